/// <reference lib="dom" />

/** What a renderer may hand over as a child; empty things are left out. */
export type Child = VNode | string | number | false | undefined | null | Child[];

/**
 * Attributes by their HTML names; `on…` are handlers; `css` goes through the style object, since the page's
 * content security policy forbids style attributes. There is no way to pass markup: text becomes text nodes.
 */
export type Props = {
  key?: string;
  class?: string;
  css?: Record<string, string>;
  onclick?: (event: MouseEvent) => void;
  onmousedown?: (event: MouseEvent) => void;
  oninput?: (event: Event) => void;
  onchange?: (event: Event) => void;
  onfocus?: (event: FocusEvent) => void;
  onblur?: (event: FocusEvent) => void;
  onkeydown?: (event: KeyboardEvent) => void;
  [name: string]: unknown;
};

/** A plain description of one node; `patch` turns it into a real one and remembers it in `dom`. */
export type VNode = {
  tag: string;
  key: string | undefined;
  props: Props;
  children: VNode[];
  /** Only of '#text'. */
  text: string;
  dom: Node | undefined;
};

const textNode = (text: string): VNode => ({
  tag: '#text',
  key: undefined,
  props: {},
  children: [],
  text,
  dom: undefined,
});

function flatten(children: Child[]): VNode[] {
  return children.flatMap((child): VNode[] => {
    if (child === false || child === undefined || child === null || child === '') return [];
    if (Array.isArray(child)) return flatten(child);
    return [typeof child === 'object' ? child : textNode(String(child))];
  });
}

/** Describes an element. Siblings that come and go, or hold what a person types, need a `key`. */
export function h(tag: string, props: Props = {}, ...children: Child[]): VNode {
  return { tag, key: props.key, props, children: flatten(children), text: '', dom: undefined };
}

/** All text of a node, for labels and tests. */
export const textOf = (node: VNode): string =>
  node.tag === '#text' ? node.text : node.children.map((child) => textOf(child)).join('');
