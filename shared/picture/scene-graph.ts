import { CONCEPT_BUDGETS, tellingConcepts } from '../concept-budget.ts';
import { conceptLinks } from '../concept-links.ts';
import { conceptPresence } from '../concept-presence.ts';
import { linkCounts, type ColourEncoding } from '../encoding.ts';
import { onceFor } from '../once-for.ts';
import { conceptRadius, encodeSizes, type SizeEncoding } from '../paper-sizes.ts';
import type { Selection, View } from '../settings.ts';
import { finish } from '../steps.ts';
import { compareText } from '../text.ts';
import type { MapConcept, MapLink, TopicMap } from '../topic-map.ts';
import { topicPlaces } from '../topic-places.ts';
import { isInSight, type Camera } from './camera.ts';

/** A paper or concept as the map draws it; x, y and radius in map units. */
export interface SceneNode {
  id: string;
  kind: 'paper' | 'concept';
  label: string;
  /** Index in map.topics; null without one. */
  topic: number | null;
  /** Index in map.topics of its sub-topic; null without one. */
  subtopic: number | null;
  /** Place of the topic's colour in the palette; null without one. */
  colour: number | null;
  x: number;
  y: number;
  radius: number;
  /** CSS colour of its disc or square, as `colourNodes` gives it; empty before. */
  fill: string;
  /** Papers: number of links; concepts: number of papers. Larger is labelled sooner. */
  importance: number;
}

/** A line between two nodes. */
export interface SceneLink {
  source: SceneNode;
  target: SceneNode;
  /** 0..1 */
  weight: number;
  kind: 'paper' | 'concept' | 'mention';
  /** Whether it is among the few strongest of one of its ends, which are drawn at a distance. */
  strong: boolean;
}

/** What a view shows of a map, hidden topics left out. */
export interface SceneGraph {
  map: TopicMap;
  view: View;
  nodes: SceneNode[];
  byId: ReadonlyMap<string, SceneNode>;
  /** Weakest first, so that the strong are drawn on top. */
  links: SceneLink[];
  /** Those of the links that are drawn at a distance, weakest first. */
  strongLinks: SceneLink[];
  /** Links of each node, strongest first. */
  linksOf: ReadonlyMap<string, SceneLink[]>;
  /** Nodes of each topic, in the order of map.topics. */
  members: SceneNode[][];
}

/** Links that each node keeps at a distance: more only greys the picture. */
const STRONG_LINKS = 3;
const CONCEPT_LINKS = 6;
const MENTIONS_PER_PAPER = 8;

/** Nodes and links of a view of the map without its hidden topics, with some or all of its concepts. Pure; the nodes are fresh objects, so that a drag may move them. */
export function sceneGraph(map: TopicMap, view: View, hiddenTopics: ReadonlySet<string>, sizes: SizeEncoding = encodeSizes(map, 'links', null), concepts: readonly MapConcept[] = map.concepts): SceneGraph {
  return finish(sceneGraphInSteps(map, view, hiddenTopics, sizes, concepts));
}

/** As sceneGraph, in steps between which others may have the thread. */
export function* sceneGraphInSteps(map: TopicMap, view: View, hiddenTopics: ReadonlySet<string>, sizes: SizeEncoding, concepts: readonly MapConcept[]): Generator<undefined, SceneGraph> {
  const places = topicPlaces(map);
  const topicIndex = new Map(map.topics.map(({ id }, index) => [id, { topic: index, colour: places.get(id) ?? index }]));
  const shown = (topic: string | null) => topic === null || !hiddenTopics.has(topic);
  const placeOf = (topic: string | null) => topicIndex.get(topic ?? '') ?? { topic: null, colour: null };
  const degree = linkCounts(map);
  const nodes: SceneNode[] = [];
  if (view !== 'concepts') {
    for (const paper of map.papers) {
      const { id, title, topic, x, y } = paper;
      if (!shown(topic)) continue;
      nodes.push({ id, kind: 'paper', label: title, ...placeOf(topic), subtopic: placeOf(paper.subtopic ?? null).topic, x, y, radius: sizes.radius(paper), fill: '', importance: degree.get(id) ?? 0 });
    }
  }
  if (view !== 'papers') {
    const presence = conceptPresence(map);
    for (const { id, label, topic, papers, x, y } of concepts) {
      if (!shown(topic)) continue;
      nodes.push({ id, kind: 'concept', label, ...placeOf(topic), subtopic: null, x, y, radius: conceptRadius(papers), fill: '', importance: presence.get(id) ?? 0 });
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  yield;
  const links = linksBetween(map, view, byId, concepts);
  yield;
  const linksOf = markStrong(links);
  yield;
  const members: SceneNode[][] = map.topics.map(() => []);
  for (const node of nodes) if (node.topic !== null) members[node.topic]?.push(node);
  return { map, view, nodes, byId, links, strongLinks: links.filter(({ strong }) => strong), linksOf, members };
}

/** Gives nodes their colours, as an encoding has them. */
export function colourNodes({ map, byId }: SceneGraph, colours: ColourEncoding): void {
  const colour = (id: string, fill: () => string) => {
    const node = byId.get(id);
    if (node) node.fill = fill();
  };
  for (const paper of map.papers) colour(paper.id, () => colours.paper(paper));
  for (const concept of map.concepts) colour(concept.id, () => colours.concept(concept));
}

/** The concepts that a view draws at a stage of zoom, an index of CONCEPT_BUDGETS: the telling ones, and the one that is selected. */
export function conceptsToDraw(map: TopicMap, view: View, selection: Selection | null, stage: number): readonly MapConcept[] {
  const budget = CONCEPT_BUDGETS[stage] ?? CONCEPT_BUDGETS[0];
  return view === 'papers' ? [] : tellingConcepts(map, budget, new Set(selection?.kind === 'concept' ? [selection.id] : []));
}

/** With fewer nodes in sight than this, all their links are drawn, not the strong ones only. */
const CLOSE_UP_NODES = 30;

/** The links drawn beneath: the strong ones, close up all. */
export function restingLinks({ nodes, links, strongLinks }: SceneGraph, camera: Camera): readonly SceneLink[] {
  let inSight = 0;
  for (const { x, y } of nodes) {
    if (isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, 0) && ++inSight >= CLOSE_UP_NODES) return strongLinks;
  }
  return inSight === nodes.length ? strongLinks : links;
}

function linksBetween(map: TopicMap, view: View, byId: ReadonlyMap<string, SceneNode>, concepts: readonly MapConcept[]): SceneLink[] {
  const links: SceneLink[] = [];
  const add = (kind: SceneLink['kind'], source: string, target: string, weight: number) => {
    const from = byId.get(source);
    const to = byId.get(target);
    if (from && to) links.push({ source: from, target: to, weight, kind, strong: false });
  };
  if (view === 'papers') {
    for (const { source, target, weight } of linksByWeight(map.links)) add('paper', source, target, weight);
    return links;
  }
  if (view === 'concepts') for (const { source, target, weight } of conceptLinks({ papers: map.papers, concepts: [...concepts] }, CONCEPT_LINKS)) add('concept', source, target, weight);
  if (view === 'both') {
    for (const paper of map.papers) for (const { id, weight } of paper.concepts.filter((concept) => byId.has(concept.id)).slice(0, MENTIONS_PER_PAPER)) add('mention', paper.id, id, weight);
  }
  return links.sort((a, b) => a.weight - b.weight || compareText(a.source.id, b.source.id) || compareText(a.target.id, b.target.id));
}

/** Links, weakest first, put in order once for each list of them. */
export const linksByWeight = onceFor((links: readonly MapLink[]): readonly MapLink[] => links.toSorted((a, b) => a.weight - b.weight || compareText(a.source, b.source) || compareText(a.target, b.target)));

/** Links of each node, strongest first; marks those that are among the strongest few of an end. */
function markStrong(links: readonly SceneLink[]): Map<string, SceneLink[]> {
  const linksOf = new Map<string, SceneLink[]>();
  const append = (id: string, link: SceneLink) => {
    const own = linksOf.get(id);
    if (own) own.push(link);
    else linksOf.set(id, [link]);
    if ((own?.length ?? 1) <= STRONG_LINKS) link.strong = true;
  };
  for (const link of links.toReversed()) {
    append(link.source.id, link);
    append(link.target.id, link);
  }
  return linksOf;
}
