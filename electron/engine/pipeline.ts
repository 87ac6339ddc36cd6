import { performance } from 'node:perf_hooks';
import type { Paper, Stage } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { assembleMap } from './assemble-map.ts';
import { findConcepts } from './concepts/find-concepts.ts';
import type { Thesaurus } from './concepts/thesaurus.ts';
import { linkForMapAndTopics, type PaperGraph } from './graph/link-papers.ts';
import { layOutPapers } from './layout/lay-out-papers.ts';
import type { ConceptIndex, Positions, TopicPartition, Watch } from './model.ts';
import { findTopics } from './topics/find-topics.ts';
import { labelTopics } from './topics/label-topics.ts';

export type Timings = Partial<Record<Stage, number>>;

export interface BuildOptions {
  /** Thesauri beside the built-in one. */
  thesauri?: Thesaurus[];
  /** Concepts found before in the same papers, which then need not be found again. */
  index?: ConceptIndex;
  /** Where papers lay before, by id, in map units: they stay there when they are at least half of all. */
  previous?: ReadonlyMap<string, { x: number; y: number }>;
}

/** What was made of a collection, with the results of each stage for the next change. */
export interface BuiltMap {
  /** Sorted by id; rows of `index` and of all else follow this order. */
  papers: Paper[];
  settings: MapSettings;
  index: ConceptIndex;
  graph: PaperGraph;
  partition: TopicPartition;
  positions: Positions;
  map: TopicMap;
  /** Milliseconds per stage that ran. */
  timings: Timings;
}

/** Finds the concepts of papers, which it sorts by id. */
export function buildConcepts(papers: readonly Paper[], options: Pick<BuildOptions, 'thesauri' | 'index'>, watch: Watch): { papers: Paper[]; index: ConceptIndex; timings: Timings } {
  const timings: Timings = {};
  const sorted = [...papers].sort((a, b) => compareText(a.id, b.id));
  const index = options.index ?? timed(timings, 'concepts', watch, 'Finding concepts', () => findConcepts(sorted, { thesauri: options.thesauri ?? [] }, watch));
  return { papers: sorted, index, timings };
}

/** Everything from papers to the finished map. The same papers and settings give the same map, in any order of papers. */
export function buildMap(papers: readonly Paper[], settings: MapSettings, options: BuildOptions, watch: Watch): BuiltMap {
  const { papers: sorted, index, timings } = buildConcepts(papers, options, watch);
  const graph = timed(timings, 'graph', watch, 'Linking papers', () => linkForMapAndTopics(index, settings, watch));
  const partition = partitionOf(graph, sorted.length, settings, timings, watch);
  return finishMap({ papers: sorted, settings, index, graph, partition }, previousPositions(sorted, options.previous), timings, watch);
}

/** The map after a change of settings: only the stages after the changed setting run again, and papers stay where they are unless `previous` is null. */
export function rebuildMap(built: BuiltMap, settings: MapSettings, options: { previous?: BuildOptions['previous'] | null }, watch: Watch): BuiltMap {
  const timings: Timings = {};
  const { papers, index } = built;
  const sameGraph = settings.minPapers === built.settings.minPapers && settings.linksPerPaper === built.settings.linksPerPaper;
  const sameTopics = sameGraph && settings.resolution === built.settings.resolution && settings.seed === built.settings.seed;
  const graph = sameGraph ? built.graph : timed(timings, 'graph', watch, 'Linking papers', () => linkForMapAndTopics(index, settings, watch));
  const partition = sameTopics ? built.partition : partitionOf(graph, papers.length, settings, timings, watch);
  const previous = options.previous === undefined ? built.positions : previousPositions(papers, options.previous ?? undefined);
  return finishMap({ papers, settings, index, graph, partition }, previous, timings, watch);
}

function partitionOf(graph: PaperGraph, paperCount: number, settings: MapSettings, timings: Timings, watch: Watch): TopicPartition {
  const { resolution, seed } = settings;
  return timed(timings, 'topics', watch, 'Grouping into topics', () => findTopics(graph.topicLinks, paperCount, { resolution, seed }, watch));
}

function finishMap(parts: Pick<BuiltMap, 'papers' | 'settings' | 'index' | 'graph' | 'partition'>, previous: Positions | null, timings: Timings, watch: Watch): BuiltMap {
  const { papers, settings, index, graph, partition } = parts;
  return timed(timings, 'layout', watch, 'Laying out the map', () => {
    const positions = layOutPapers(graph.links, partition, papers.length, { seed: settings.seed, previous }, watch);
    watch.check();
    const map = assembleMap({ papers, index, vectors: graph.vectors, links: graph.links, partition, labels: labelTopics(index, partition), positions, settings });
    return { ...parts, positions, map, timings };
  });
}

function previousPositions(papers: readonly Paper[], previous: BuildOptions['previous']): Positions | null {
  if (!previous) return null;
  return {
    x: Float64Array.from(papers, (paper) => previous.get(paper.id)?.x ?? Number.NaN),
    y: Float64Array.from(papers, (paper) => previous.get(paper.id)?.y ?? Number.NaN),
  };
}

function timed<T>(timings: Timings, stage: Stage, watch: Watch, label: string, run: () => T): T {
  watch.check();
  watch.progress({ stage, done: 0, total: 0, label });
  const startedAt = performance.now();
  const result = run();
  timings[stage] = performance.now() - startedAt;
  return result;
}
