/// <reference lib="dom" />

import type { ElementState } from '../../person-sees.ts';
import { entryOf, type Field, setValue } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';
import { string } from '../ui/json.ts';
import { instantAt, wallClock } from '../ui/zoned.ts';
import { common } from './attributes.ts';

type Kind = {
  type: string;
  read: (state: ElementState, tz: string) => string;
  write: (text: string, tz: string) => Omit<ElementState, 'type'>;
};

const KINDS: Record<string, Kind> = {
  datepicker: {
    type: 'date',
    read: (state) => state.selected_date ?? '',
    write: (text) => ({ selected_date: text || null }),
  },
  timepicker: {
    type: 'time',
    read: (state) => state.selected_time ?? '',
    write: (text) => ({ selected_time: text || null }),
  },
  datetimepicker: {
    type: 'datetime-local',
    read: (state, tz) => (state.selected_date_time ? wallClock(state.selected_date_time, tz) : ''),
    write: (text, tz) => ({ selected_date_time: text === '' ? null : instantAt(text, tz) }),
  },
};

/** Date, time, and date with time (in the person's own time zone), by the browser's own pickers. */
export function whenInput(page: Page, field: Field): VNode {
  const kind = KINDS[string(field.element.type)];
  const { tz } = page.world.me;
  if (!kind) return h('span');
  return h('input', {
    ...common(page, field),
    class: 'text-input when-input',
    type: kind.type,
    value: kind.read(entryOf(page, field), tz),
    onchange: (event) => {
      if (event.target instanceof HTMLInputElement) setValue(page, field, kind.write(event.target.value, tz));
    },
  });
}
