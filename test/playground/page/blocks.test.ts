import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { blocks } from '#playground/page/blocks/blocks.ts';
import { entriesOf, type Form, setValue } from '#playground/page/blocks/form.ts';
import { take } from '#playground/page/session.ts';
import { textOf, type VNode } from '#playground/page/ui/h.ts';
import type { AnyBlock, WorkspaceView } from '#playground/person-sees.ts';
import { aPage } from './a-page.ts';
import { card, everyInput, showcase } from './blocks-on-show.ts';

// Pictures ask whether they come from the page's own origin.
beforeAll(() => vi.stubGlobal('location', { origin: 'http://127.0.0.1' }));
afterAll(() => vi.unstubAllGlobals());

const formWith = (given: Form['blocks'], more: Partial<Form> = {}): Form => ({
  key: 'modal V1',
  place: { in: 'modal', viewId: 'V1' },
  blocks: given,
  saved: {},
  errors: {},
  isBusy: false,
  ...more,
});

const nodesOf = (node: VNode): VNode[] => [node, ...node.children.flatMap((child) => nodesOf(child))];
const draw = (given: Form['blocks']) => blocks(aPage(), formWith(given), given);
const hasUnknown = (nodes: VNode[]) =>
  nodes.flatMap((node) => nodesOf(node)).some((node) => node.props.class === 'unknown');

describe('blocks', () => {
  it('names a block it does not know instead of dropping it', () => {
    const drawn = draw([{ type: 'hologram', block_id: 'x' }]);
    expect(drawn.map((node) => textOf(node)).join()).toContain('hologram');
    expect(hasUnknown(drawn)).toBe(true);
  });

  it('knows every input, and the blocks that the app uses', () => {
    expect(hasUnknown(draw(everyInput.blocks))).toBe(false);
    expect(hasUnknown(draw(card))).toBe(false);
    expect(hasUnknown(draw(showcase))).toBe(false);
  });

  it('draws the rarer blocks with their words', () => {
    const text = (value: string) => ({ type: 'mrkdwn', text: value });
    const rare = [
      { type: 'card', title: text('Figma'), subtitle: text('Design'), body: text('12 seats free') },
      { type: 'carousel', elements: [{ type: 'card', title: text('Sketch') }] },
      {
        type: 'container',
        title: { type: 'plain_text', text: 'Details' },
        child_blocks: [{ type: 'section', text: text('Inside') }],
      },
      { type: 'task_card', task_id: '1', title: 'Compare options', status: 'complete' },
      { type: 'plan', title: 'Joint steps', tasks: [{ title: 'Meet the vendor', status: 'pending' }] },
      {
        type: 'data_table',
        caption: 'Renewals',
        rows: [[{ type: 'raw_text', text: 'Tool' }], [{ type: 'raw_number', value: 1200 }]],
      },
      { type: 'markdown', text: '# Plan\n- **first**\n[more](https://example.com)' },
      {
        type: 'context_actions',
        elements: [
          { type: 'icon_button', action_id: 'd', icon: 'trash', text: { type: 'plain_text', text: 'Delete' } },
        ],
      },
      { type: 'file', external_id: 'quote.pdf', source: 'remote' },
    ];
    const drawn = draw(rare);
    expect(hasUnknown(drawn)).toBe(false);
    const words = drawn.map((node) => textOf(node)).join(' ');
    for (const word of [
      '12 seats free',
      'Sketch',
      'Inside',
      'Compare options',
      'Meet the vendor',
      '1,200',
      'Plan',
      'quote.pdf',
    ]) {
      expect(words).toContain(word);
    }
  });

  it('survives blocks with everything missing or of the wrong type', () => {
    const types = [
      'section',
      'header',
      'context',
      'image',
      'actions',
      'input',
      'rich_text',
      'table',
      'data_visualization',
      'card',
      'container',
      'plan',
    ];
    const broken = types.flatMap((type) => [
      { type },
      {
        type,
        text: 5,
        elements: 'x',
        element: null,
        rows: [1],
        chart: { series: [{ data: 7 }] },
        child_blocks: [null],
      },
    ]);
    expect(draw(broken)).toHaveLength(broken.length);
  });
});

describe('a form', () => {
  it('sends initial values for what nobody touched, and what was typed for the rest', () => {
    const page = aPage();
    const form = formWith(everyInput.blocks);
    const element = { type: 'plain_text_input', action_id: 'outcome' };
    setValue(
      page,
      { form, blockId: 'outcome', element, isInput: true, isOptional: false, dispatches: false },
      { value: 'Faster' },
    );
    const values = entriesOf(page, form);
    expect(values.outcome?.outcome).toEqual({ type: 'plain_text_input', value: 'Faster' });
    expect(values.stage?.stage?.selected_option?.value).toBe('exploring');
    expect(values.users?.users?.selected_users).toEqual(['U0EVE']);
    expect(values.where?.where?.selected_conversation).toBe('C0MKT');
    expect(values.cost?.cost?.value).toBeNull();
  });

  it('keeps what the local Slack remembers over the initial value', () => {
    const saved = { stage: { stage: { type: 'static_select', selected_option: null } } };
    const values = entriesOf(aPage(), formWith(everyInput.blocks, { saved }));
    expect(values.stage?.stage?.selected_option).toBeNull();
  });

  it('gives way to the app once the app changes the message', () => {
    const page = aPage();
    const element = { type: 'checkboxes', action_id: 'steps', options: [] };
    const saying = (blocks: AnyBlock[]): WorkspaceView => {
      const message = {
        ts: '1.000100',
        userId: 'U0TANDEM',
        text: '',
        blocks,
        edited: false,
        deleted: false,
        onlyYou: false,
      };
      return { ...page.world, conversations: page.world.conversations.map((one) => ({ ...one, messages: [message] })) };
    };
    const key = 'message C0MKT 1.000100 ';
    take(page, saying([{ type: 'divider' }]));
    setValue(
      page,
      { form: formWith([], { key }), blockId: 'b', element, isInput: true, isOptional: false, dispatches: false },
      {},
    );
    take(page, saying([{ type: 'divider' }]));
    expect(page.ui.forms[key]).toBeDefined();
    take(page, saying([{ type: 'header', block_id: 'new' }]));
    expect(page.ui.forms[key]).toBeUndefined();
  });
});
