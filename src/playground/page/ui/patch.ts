/// <reference lib="dom" />
import type { Props, VNode } from './h.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Set as properties: as attributes they would only be the starting value. */
const LIVE_PROPS = new Set(['value', 'checked', 'disabled', 'indeterminate', 'readOnly']);

function setCss(element: Element, before: unknown, after: unknown): void {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
  const was = typeof before === 'object' && before !== null ? Object.keys(before) : [];
  for (const name of was) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(after ?? {})) element.style.setProperty(name, String(value));
}

function setProp(element: Element, name: string, before: unknown, after: unknown): void {
  if (name === 'key') return;
  if (name === 'css') {
    setCss(element, before, after);
  } else if (name.startsWith('on')) {
    Reflect.set(element, name, after ?? null);
  } else if (LIVE_PROPS.has(name)) {
    if (Reflect.get(element, name) !== after) Reflect.set(element, name, after ?? (name === 'value' ? '' : false));
  } else if (after === undefined || after === null || after === false) {
    element.removeAttribute(name);
  } else if (before !== after) {
    element.setAttribute(name, after === true ? '' : String(after));
  }
}

function setProps(element: Element, before: Props, after: Props): void {
  for (const name of Object.keys(before)) if (!(name in after)) setProp(element, name, before[name], undefined);
  for (const name of Object.keys(after)) setProp(element, name, before[name], after[name]);
}

function create(node: VNode, inSvg: boolean): Node {
  if (node.tag === '#text') {
    node.dom = document.createTextNode(node.text);
    return node.dom;
  }
  const svg = inSvg || node.tag === 'svg';
  const element = svg ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
  for (const child of node.children) element.append(create(child, svg));
  setProps(element, {}, node.props);
  node.dom = element;
  return element;
}

/** Siblings are told apart by key, and without one by being the nth of their tag. */
function named(nodes: VNode[]): [string, VNode][] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    if (node.key !== undefined) return [`${node.tag}:${node.key}`, node];
    const nth = seen.get(node.tag) ?? 0;
    seen.set(node.tag, nth + 1);
    return [`${node.tag} ${nth}`, node];
  });
}

function update(before: VNode, after: VNode): void {
  after.dom = before.dom;
  if (after.tag === '#text') {
    if (before.text !== after.text && after.dom) after.dom.nodeValue = after.text;
  } else if (after.dom instanceof Element) {
    patchChildren(after.dom, before.children, after.children);
    setProps(after.dom, before.props, after.props);
  }
}

function patchChildren(parent: Element, before: VNode[], after: VNode[]): void {
  const old = new Map(named(before));
  const wanted = named(after);
  const kept = new Set(wanted.map(([name]) => name));
  for (const [name, node] of old) if (!kept.has(name) && node.dom) parent.removeChild(node.dom);
  let place = parent.firstChild;
  for (const [name, node] of wanted) {
    const match = old.get(name);
    if (match) update(match, node);
    const dom = match?.dom ?? create(node, parent.namespaceURI === SVG);
    if (dom === place) place = place.nextSibling;
    else parent.insertBefore(dom, place);
  }
}

/**
 * Changes `root` so that it shows `after`, touching only what differs from `before` (what it showed last): focus,
 * caret, scroll position and text being composed stay where they are.
 */
export function patch(root: Element, before: VNode[], after: VNode[]): void {
  patchChildren(root, before, after);
}
