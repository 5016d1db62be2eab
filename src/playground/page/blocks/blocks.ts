import type { Page } from '../page.ts';
import { markdown } from '../text/markdown.ts';
import { fill } from '../text/words.ts';
import { h, type VNode } from '../ui/h.ts';
import { isJson, type Json, string } from '../ui/json.ts';
import { card, carousel, container, plan, taskCard } from './boxes.ts';
import { chart } from './chart.ts';
import type { Form } from './form.ts';
import { inputBlock } from './input-block.ts';
import { actions, alert, context, divider, file, header, image, section, video } from './plain-blocks.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './table.ts';

type DrawBlock = (page: Page, form: Form, block: Json) => VNode;

const BLOCKS: Record<string, DrawBlock> = {
  section,
  header,
  context,
  divider,
  image,
  actions,
  alert,
  video,
  file,
  context_actions: actions,
  input: inputBlock,
  rich_text: (page, _form, block) => richText(page, block),
  markdown: (page, _form, block) => h('div', { class: 'markdown' }, markdown(string(block.text), page.names)),
  table,
  data_table: dataTable,
  data_visualization: (_page, _form, block) => chart(block),
  card,
  carousel,
  container: (page, form, block) => container(page, form, block, blocks),
  plan,
  task_card: taskCard,
};

/** Draws blocks of any surface. A kind that is not known shows as a grey box with its name: nothing is dropped. */
export function blocks(page: Page, form: Form, all: readonly unknown[]): VNode[] {
  return all.filter(isJson).map((block, index) => {
    const type = string(block.type);
    const draw = BLOCKS[type];
    const key = `${string(block.block_id) || index} ${type}`;
    const shown = draw
      ? draw(page, form, block)
      : h('div', { class: 'unknown' }, fill(page.words.unknownBlock, { type: type || '?' }));
    return h('div', { class: `block block-${type.replaceAll(/[^a-z_]/g, '')}`, key }, shown);
  });
}
