import { performance } from 'node:perf_hooks';
import type { Paper, Stage } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { assembleMap, type EarlierMap } from './assemble-map.ts';
import { findConcepts } from './concepts/find-concepts.ts';
import type { Thesaurus } from './concepts/thesaurus.ts';
import { linkForMapAndTopics, linkOptions, type PaperGraph } from './graph/link-papers.ts';
import { keepsPlaces, layOutPapers } from './layout/lay-out-papers.ts';
import type { ConceptIndex, Positions, Watch } from './model.ts';
import type { FoundTopics } from './topics/find-topics.ts';
import { followTopics, knownTopics, type KnownTopics } from './topics/follow-topics.ts';
import { labelTopics } from './topics/label-topics.ts';
import { topicsOfGraph } from './topics-of-graph.ts';

export type Timings = Partial<Record<Stage, number>>;

/** Places in map units by id of paper or concept. */
export type PreviousPlaces = ReadonlyMap<string, { x: number; y: number }>;

export interface BuildOptions {
  /** Thesauri of the user's, beside the built-in one; where two disagree, the later one counts. */
  thesauri?: readonly Thesaurus[];
  /** False to leave the built-in thesaurus out. */
  builtInThesaurus?: boolean;
  /** Concepts found before in the same papers, which then need not be found again. */
  index?: ConceptIndex;
  /** Where papers and concepts lay before, by id, in map units: they stay there when at least half of the papers are among them. */
  previous?: PreviousPlaces;
  /** Topics of an earlier map, whose ids, colours and names stay with those that follow them. */
  topicsBefore?: KnownTopics;
  /** What was made of the very same papers before, under other settings or corrections: parts that are the same are taken over. It changes no byte of the map. */
  earlier?: EarlierMap;
}

/** What was made of a collection, with the results of each stage for the next change. */
export interface BuiltMap extends EarlierMap {
  /** Sorted by id; rows of `index` and of all else follow this order. */
  papers: Paper[];
  settings: MapSettings;
  partition: FoundTopics;
  positions: Positions;
  /** Milliseconds per stage that ran. */
  timings: Timings;
}

/** What another map of the same papers can be made of. */
export type MadeMap = Omit<BuiltMap, 'positions' | 'timings'>;

/** Finds the concepts of papers, which it sorts by id. */
export function buildConcepts(papers: readonly Paper[], options: Pick<BuildOptions, 'thesauri' | 'builtInThesaurus' | 'index'>, watch: Watch): { papers: Paper[]; index: ConceptIndex; timings: Timings } {
  const timings: Timings = {};
  const sorted = [...papers].sort((a, b) => compareText(a.id, b.id));
  const index = options.index ?? timed(timings, 'concepts', watch, 'Finding concepts', () => findConcepts(sorted, { thesauri: options.thesauri ?? [], builtInThesaurus: options.builtInThesaurus ?? true }, watch));
  return { papers: sorted, index, timings };
}

/** Everything from papers to the finished map. The same papers and settings give the same map, in any order of papers. */
export function buildMap(papers: readonly Paper[], settings: MapSettings, options: BuildOptions, watch: Watch): BuiltMap {
  const { papers: sorted, index, timings } = buildConcepts(papers, options, watch);
  const graph = timed(timings, 'graph', watch, 'Linking papers', () => linkForMapAndTopics(index, linkOptions(settings), watch, options.earlier));
  const partition = partitionOf(graph, sorted.length, settings, timings, watch);
  return finishMap({ papers: sorted, settings, index, graph, partition, earlier: options.earlier ?? null }, options.previous ?? null, options.topicsBefore ?? null, timings, watch);
}

/** The settings that links depend on. */
const GRAPH_SETTINGS = ['minPapers', 'linksPerPaper', 'similarity', 'sparsifier'] as const satisfies readonly (keyof MapSettings)[];

/** The map after a change of settings: only the stages after the changed setting run again, and papers stay where they are, topics what they are, unless `previous` is null. */
export function rebuildMap(built: MadeMap, settings: MapSettings, options: { previous?: PreviousPlaces | null; topicsBefore?: KnownTopics }, watch: Watch): BuiltMap {
  const timings: Timings = {};
  const { papers, index } = built;
  const sameGraph = GRAPH_SETTINGS.every((name) => settings[name] === built.settings[name]);
  const sameTopics = sameGraph && settings.resolution === built.settings.resolution && settings.seed === built.settings.seed;
  const graph = sameGraph ? built.graph : timed(timings, 'graph', watch, 'Linking papers', () => linkForMapAndTopics(index, linkOptions(settings), watch, built));
  const partition = sameTopics ? built.partition : partitionOf(graph, papers.length, settings, timings, watch);
  const previous = options.previous === undefined ? placesOf(built.map) : options.previous;
  const topicsBefore = options.topicsBefore ?? (previous && knownTopics(built.map));
  return finishMap({ papers, settings, index, graph, partition, earlier: built }, previous, topicsBefore, timings, watch);
}

function partitionOf(graph: PaperGraph, paperCount: number, settings: MapSettings, timings: Timings, watch: Watch): FoundTopics {
  return timed(timings, 'topics', watch, 'Grouping into topics', () => topicsOfGraph(graph, paperCount, settings, watch));
}

/** What a map is finished of; `earlier` is another map of the same papers, parts of which may be the same. */
interface FinishParts extends Pick<BuiltMap, 'papers' | 'settings' | 'index' | 'graph' | 'partition'> {
  earlier: EarlierMap | null;
}

/** The layout and the finished map of papers whose links and topics are known; see BuildOptions. */
export function finishMap(parts: FinishParts, previous: PreviousPlaces | null, topicsBefore: KnownTopics | null, timings: Timings, watch: Watch): BuiltMap {
  const { earlier, ...found } = parts;
  const { papers, settings, index, graph, partition } = found;
  return timed(timings, 'layout', watch, 'Laying out the map', () => {
    const before = previous && positionsOf(papers, previous);
    const positions = layOutPapers(graph.topicLinks, partition, papers.length, { seed: settings.seed, previous: before, subtopicOf: partition.subtopics.subtopicOf }, watch);
    watch.check();
    const staysPut = before !== null && keepsPlaces(before);
    const followed = followTopics(papers.map(({ id }) => id), partition.topicOf, partition.count, topicsBefore);
    const labels = labelTopics(index, partition, { keptFrom: followed.map(({ same }) => same) });
    const assembled = assembleMap({ ...found, labels, followed, positions, previousConcepts: staysPut ? previous : null, earlier }, watch);
    return { ...found, ...assembled, positions, timings };
  });
}

function positionsOf(papers: readonly Paper[], places: PreviousPlaces): Positions {
  return {
    x: Float64Array.from(papers, (paper) => places.get(paper.id)?.x ?? Number.NaN),
    y: Float64Array.from(papers, (paper) => places.get(paper.id)?.y ?? Number.NaN),
  };
}

function placesOf(map: TopicMap): PreviousPlaces {
  return new Map([...map.papers, ...map.concepts].map(({ id, x, y }) => [id, { x, y }]));
}

function timed<T>(timings: Timings, stage: Stage, watch: Watch, label: string, run: () => T): T {
  watch.check();
  watch.progress({ stage, done: 0, total: 0, label });
  const startedAt = performance.now();
  const result = run();
  timings[stage] = performance.now() - startedAt;
  return result;
}
