import type { CDPSession, Page } from 'playwright-core';

/*
 * What a screen reader would say, read from the browser's accessibility tree, from which screen readers take it: role, name,
 * value, state, place in a list, description.
 */

interface AXValue {
  value?: string | number | boolean;
  relatedNodes?: { backendDOMNodeId: number }[];
}

interface AXNode {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: AXValue;
  name?: AXValue;
  value?: AXValue;
  description?: AXValue;
  childIds?: string[];
  backendDOMNodeId?: number;
  properties?: { name: string; value: AXValue }[];
}

/** Listens to a window as a screen reader does. */
export interface Listener {
  /** What has the focus, in words; "nothing" where the keyboard has been lost. Of a list that moves within itself, what it stands on. */
  focus(): Promise<string>;
  /** What was read out by itself since the last call: messages, alerts, announcements. */
  said(): Promise<string[]>;
  /** All that the part of the window with this role and name holds, in words, a line each. */
  partInWords(role: string, name: string): Promise<string[]>;
}

const LISTED = new Set(['listitem', 'option', 'treeitem', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'radio', 'tab', 'MenuListOption']);

/** Starts listening; from now on live regions are noted, in pages that are loaded later too. */
export async function listenTo(page: Page): Promise<Listener> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  await page.addInitScript(noteLiveRegions);
  await page.evaluate(noteLiveRegions);
  return {
    async focus() {
      const nodes = await tree(session);
      const focused = [...nodes.values()].filter((node) => property(node, 'focused')?.value === true && node.role?.value !== 'RootWebArea').at(-1);
      if (!focused) return 'nothing';
      const active = property(focused, 'activedescendant')?.relatedNodes?.[0]?.backendDOMNodeId;
      const reached = active === undefined ? undefined : [...nodes.values()].find(({ backendDOMNodeId }) => backendDOMNodeId === active);
      return inWords(reached ?? focused, await placeInList(session, reached ?? focused, nodes));
    },
    said: () => page.evaluate(() => ((globalThis as { spokenWords?: string[] }).spokenWords ?? []).splice(0)),
    async partInWords(role, name) {
      const nodes = await tree(session);
      const part = [...nodes.values()].find((node) => !node.ignored && node.role?.value === role && node.name?.value === name);
      return part ? descendants(part, nodes).map((node) => inWords(node, '')) : [];
    },
  };
}

/** Runs in the page: notes every text that a live region comes to hold. */
function noteLiveRegions(): void {
  const known = globalThis as { spokenWords?: string[] };
  if (known.spokenWords) return;
  const words: string[] = [];
  known.spokenWords = words;
  const last = new WeakMap<Element, string>();
  const regions = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
  const note = () => {
    for (const region of document.querySelectorAll(regions)) {
      const text = region.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
      if (last.get(region) === text) continue;
      last.set(region, text);
      if (text !== '') words.push(text);
    }
  };
  const start = () => {
    note();
    new MutationObserver(note).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  };
  if (document.documentElement) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
}

async function tree(session: CDPSession): Promise<Map<string, AXNode>> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AXNode[] };
  return new Map(nodes.map((node) => [node.nodeId, node]));
}

function property(node: AXNode, name: string): AXValue | undefined {
  return node.properties?.find((each) => each.name === name)?.value;
}

/** Nodes under a node that say something, in reading order. */
function descendants(node: AXNode, nodes: Map<string, AXNode>): AXNode[] {
  return (node.childIds ?? []).flatMap((id) => {
    const child = nodes.get(id);
    if (!child) return [];
    const says = !child.ignored && !['generic', 'none', 'InlineTextBox'].includes(String(child.role?.value));
    return [...(says ? [child] : []), ...descendants(child, nodes)];
  });
}

function inWords(node: AXNode, place: string): string {
  const text = (value: AXValue | undefined) => String(value?.value ?? '').replaceAll(/\s+/g, ' ').trim();
  const name = text(node.name);
  const parts = [text(node.role), name === '' ? '(no name)' : `“${name}”`, text(node.value), ...states(node), place, text(node.description)];
  return parts.filter((part) => part !== '').join(', ');
}

function states(node: AXNode): string[] {
  const value = (name: string) => property(node, name)?.value;
  const whether = (name: string, yes: string, no: string) => (value(name) === undefined ? [] : [value(name) === true || value(name) === 'true' ? yes : no]);
  return [
    ...whether('checked', 'checked', 'not checked'),
    ...whether('pressed', 'pressed', 'not pressed'),
    ...whether('expanded', 'expanded', 'collapsed'),
    ...(value('selected') === true ? ['selected'] : []),
    ...(value('disabled') === true ? ['unavailable'] : []),
    ...(value('invalid') === 'true' ? ['invalid'] : []),
    ...(value('level') === undefined ? [] : [`level ${String(value('level'))}`]),
    ...(value('valuetext') === undefined || value('valuetext') === '' ? [] : [String(value('valuetext'))]),
  ];
}

/** "3 of 12" of what stands in a list: as the page says, else by what stands beside it. */
async function placeInList(session: CDPSession, node: AXNode, nodes: Map<string, AXNode>): Promise<string> {
  const role = String(node.role?.value);
  if (!LISTED.has(role)) return '';
  const { node: element } = await session.send('DOM.describeNode', { backendNodeId: node.backendDOMNodeId });
  const attribute = (name: string) => element.attributes?.[element.attributes.indexOf(name) + 1];
  if (element.attributes?.includes('aria-posinset')) return `${attribute('aria-posinset')} of ${attribute('aria-setsize')}`;
  const parent = nodes.get(node.parentId ?? '');
  const beside = parent ? descendants(parent, nodes).filter((other) => other.role?.value === role) : [];
  return beside.length > 1 ? `${beside.indexOf(node) + 1} of ${beside.length}` : '';
}
