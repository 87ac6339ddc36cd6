import type { Selection } from '../settings.ts';
import type { SceneGraph, SceneLink, SceneNode } from './scene-graph.ts';

/** What decides on what is lifted out. */
export interface Lifting {
  selection: Selection | null;
  /** The topic lifted out while the rest dims; null for none. */
  focusedTopic: string | null;
  /** Ids lifted out by a search or filter; null when nothing is asked. */
  matches: ReadonlySet<string> | null;
  /** Papers of the path that is shown, in walking order; null for none. */
  path: readonly string[] | null;
  /** What a question waits for; null for no question. */
  picking: string | null;
}

/** What is lifted out of the map while the rest dims. */
export interface Emphasis {
  nodes: ReadonlySet<SceneNode>;
  links: ReadonlySet<SceneLink>;
  /** Topics whose areas are lifted, as indices in map.topics. */
  topics: ReadonlySet<number>;
  /** Nodes chosen one by one, which stand out from the others that are lifted. */
  marked: ReadonlySet<SceneNode>;
  /** Papers of a path in walking order, to be numbered; empty for none. */
  chain: readonly SceneNode[];
}

/** Of more papers than this that are selected together, only the strong links among them are drawn. */
const MOST_LINKED_TOGETHER = 60;

/** What the selection stands for on this view: the selected node, both ends of a link, the papers of a concept that is not drawn itself. */
export function selectedNodes(graph: SceneGraph, selection: Selection | null): SceneNode[] {
  if (!selection || selection.kind === 'topic' || selection.kind === 'compare' || selection.kind === 'path') return [];
  if (selection.kind === 'papers') return present(graph, selection.ids);
  if (selection.kind === 'link') return present(graph, [selection.source, selection.target]);
  const own = present(graph, [selection.id]);
  if (own.length > 0) return own;
  if (selection.kind === 'concept') return present(graph, graph.map.papers.filter((paper) => paper.concepts.some(({ id }) => id === selection.id)).map(({ id }) => id));
  const paper = graph.map.papers.find(({ id }) => id === selection.id);
  return present(graph, paper?.concepts.map(({ id }) => id) ?? []);
}

/** What to lift out for the scene and the node under the pointer; null when nothing dims. A search outranks the selection, a selection the focused topic; what the pointer is on is always lifted too. */
export function emphasisOf(graph: SceneGraph, scene: Lifting, hovered: string | null): Emphasis | null {
  const base = lastingEmphasis(graph, scene);
  const node = hovered === null ? undefined : graph.byId.get(hovered);
  if (!node) return base;
  const around = neighbourhood(graph, node);
  if (!base) return around;
  return { ...base, nodes: new Set([...base.nodes, ...around.nodes]), links: new Set([...base.links, ...around.links]) };
}

function lastingEmphasis(graph: SceneGraph, scene: Lifting): Emphasis | null {
  const { selection } = scene;
  const chain = selection?.kind === 'path' && scene.path ? present(graph, scene.path) : [];
  if (chain.length > 0) return chainEmphasis(graph, chain);
  if (scene.matches) return matchEmphasis(graph, present(graph, scene.matches), selection);
  if (selection?.kind === 'compare') return comparedEmphasis(graph, selection.topics);
  // While another is picked all are in question.
  if (scene.picking) return null;
  if (selection && selection.kind !== 'topic') return selectionEmphasis(graph, selection);
  const topic = scene.focusedTopic ?? (selection?.kind === 'topic' ? selection.id : null);
  return topic === null ? null : topicEmphasis(graph, topic);
}

function selectionEmphasis(graph: SceneGraph, selection: Selection): Emphasis | null {
  const chosen = selectedNodes(graph, selection);
  const [first, second] = chosen;
  if (!first) return null;
  if (selection.kind === 'papers') return lifted({ nodes: chosen, links: linksAmong(graph, chosen), marked: chosen });
  if (selection.kind === 'link') {
    const joins = (link: SceneLink) => second !== undefined && (link.source === second || link.target === second);
    return lifted({ nodes: chosen, links: (graph.linksOf.get(first.id) ?? []).filter(joins) });
  }
  if (chosen.length === 1 && 'id' in selection && first.id === selection.id) return neighbourhood(graph, first);
  return lifted({ nodes: chosen });
}

/** What a search or filter found; what is selected stands out from it with its links to other papers found. */
function matchEmphasis(graph: SceneGraph, found: readonly SceneNode[], selection: Selection | null): Emphasis {
  const chosen = selectedNodes(graph, selection);
  const nodes = new Set(found);
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const links = only ? (graph.linksOf.get(only.id) ?? []).filter(({ source, target }) => nodes.has(source) && nodes.has(target)) : [];
  return lifted({ nodes, links, marked: selection?.kind === 'papers' ? chosen : [] });
}

function chainEmphasis(graph: SceneGraph, chain: readonly SceneNode[]): Emphasis {
  const steps = chain.slice(1).map((node, step) => (graph.linksOf.get(node.id) ?? []).find(({ source, target }) => source === chain[step] || target === chain[step]));
  return lifted({ nodes: chain, links: steps.filter((link) => link !== undefined), chain });
}

function topicEmphasis(graph: SceneGraph, id: string): Emphasis | null {
  const topics = placesOf(graph, id);
  if (topics.length === 0) return null;
  const nodes = new Set(topicNodes(graph, id));
  return lifted({ nodes, links: graph.strongLinks.filter(({ source, target }) => nodes.has(source) && nodes.has(target)), topics });
}

function comparedEmphasis(graph: SceneGraph, ids: readonly [string, string]): Emphasis {
  const [first, second] = [new Set(topicNodes(graph, ids[0])), new Set(topicNodes(graph, ids[1]))];
  const between = graph.links.filter(({ source, target }) => (first.has(source) && second.has(target)) || (second.has(source) && first.has(target)));
  return lifted({ nodes: [...first, ...second], links: between, topics: ids.flatMap((id) => placesOf(graph, id)) });
}

/** Places in map.topics of a topic, and of the topic that it is a part of. */
function placesOf({ map }: SceneGraph, id: string): number[] {
  const place = map.topics.findIndex((topic) => topic.id === id);
  const parent = map.topics[place]?.parent;
  const around = parent === undefined ? -1 : map.topics.findIndex((topic) => topic.id === parent);
  return [place, around].filter((found) => found >= 0);
}

/** The nodes of a topic or sub-topic on this view; empty for an id that the map does not have. */
export function topicNodes(graph: SceneGraph, id: string): readonly SceneNode[] {
  const place = graph.map.topics.findIndex((topic) => topic.id === id);
  const topic = graph.map.topics[place];
  if (!topic) return [];
  if (topic.parent === undefined) return graph.members[place] ?? [];
  const papers = graph.map.papers.filter(({ subtopic }) => subtopic === id).map((paper) => paper.id);
  return present(graph, graph.view === 'concepts' ? topic.concepts : papers);
}

/** A node with those it is linked to. */
export function neighbourhood(graph: SceneGraph, node: SceneNode): Emphasis {
  const links = graph.linksOf.get(node.id) ?? [];
  return lifted({ nodes: [node, ...links.map(({ source, target }) => (source === node ? target : source))], links });
}

function linksAmong(graph: SceneGraph, chosen: readonly SceneNode[]): SceneLink[] {
  const nodes = new Set(chosen);
  const candidates = chosen.length > MOST_LINKED_TOGETHER ? graph.strongLinks : graph.links;
  return candidates.filter(({ source, target }) => nodes.has(source) && nodes.has(target));
}

function lifted({ nodes, links = [], topics = [], marked = [], chain = [] }: { nodes: Iterable<SceneNode>; links?: Iterable<SceneLink>; topics?: Iterable<number>; marked?: Iterable<SceneNode>; chain?: readonly SceneNode[] }): Emphasis {
  return { nodes: new Set(nodes), links: new Set(links), topics: new Set(topics), marked: new Set(marked), chain };
}

function present(graph: SceneGraph, ids: Iterable<string>): SceneNode[] {
  return Array.from(ids, (id) => graph.byId.get(id)).filter((node) => node !== undefined);
}
