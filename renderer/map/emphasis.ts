import type { GraphScene } from './graph-view-types.ts';
import type { SceneGraph, SceneLink, SceneNode } from './scene-graph.ts';

/** What is lifted out of the map while the rest dims. */
export interface Emphasis {
  nodes: ReadonlySet<SceneNode>;
  links: ReadonlySet<SceneLink>;
  /** Topic whose area is lifted, as an index in map.topics. */
  topic: number | null;
}

/** What the selection stands for on this view: the selected node, both ends of a link, the papers of a concept that is not drawn itself. */
export function selectedNodes(graph: SceneGraph, selection: GraphScene['selection']): SceneNode[] {
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
export function emphasisOf(graph: SceneGraph, scene: GraphScene, hovered: string | null): Emphasis | null {
  const base = lastingEmphasis(graph, scene);
  const node = hovered === null ? undefined : graph.byId.get(hovered);
  if (!node) return base;
  const around = neighbourhood(graph, node);
  if (!base) return around;
  return { nodes: new Set([...base.nodes, ...around.nodes]), links: new Set([...base.links, ...around.links]), topic: base.topic };
}

function lastingEmphasis(graph: SceneGraph, scene: GraphScene): Emphasis | null {
  if (scene.matches) return { nodes: new Set(present(graph, scene.matches)), links: new Set(), topic: null };
  if (scene.selection && scene.selection.kind !== 'topic') return selectionEmphasis(graph, scene.selection);
  const topicId = scene.focusedTopic ?? (scene.selection?.kind === 'topic' ? scene.selection.id : null);
  const topic = topicId === null ? -1 : graph.map.topics.findIndex(({ id }) => id === topicId);
  return topic < 0 ? null : topicEmphasis(graph, topic);
}

function selectionEmphasis(graph: SceneGraph, selection: NonNullable<GraphScene['selection']>): Emphasis | null {
  const chosen = selectedNodes(graph, selection);
  const [first, second] = chosen;
  if (!first) return null;
  if (selection.kind === 'link') {
    const joins = (link: SceneLink) => second !== undefined && (link.source === second || link.target === second);
    return { nodes: new Set(chosen), links: new Set((graph.linksOf.get(first.id) ?? []).filter(joins)), topic: null };
  }
  if (chosen.length === 1 && 'id' in selection && first.id === selection.id) return neighbourhood(graph, first);
  return { nodes: new Set(chosen), links: new Set(), topic: null };
}

function topicEmphasis(graph: SceneGraph, topic: number): Emphasis {
  const links = graph.links.filter((link) => link.strong && link.source.topic === topic && link.target.topic === topic);
  return { nodes: new Set(graph.members[topic]), links: new Set(links), topic };
}

/** A node with those it is linked to. */
export function neighbourhood(graph: SceneGraph, node: SceneNode): Emphasis {
  const links = graph.linksOf.get(node.id) ?? [];
  return { nodes: new Set([node, ...links.map(({ source, target }) => (source === node ? target : source))]), links: new Set(links), topic: null };
}

function present(graph: SceneGraph, ids: Iterable<string>): SceneNode[] {
  return Array.from(ids, (id) => graph.byId.get(id)).filter((node) => node !== undefined);
}
