import { AtlasError } from '../../shared/failures.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { linkForMapAndTopics, linkOptions, MOST_REMEMBERED } from './graph/link-papers.ts';
import { knownNear } from './graph/near-concepts-of.ts';
import type { PaperVectors } from './graph/paper-vectors.ts';
import type { SearchMemory } from './graph/earlier-search.ts';
import type { SparseMatrix } from './graph/truncated-svd.ts';
import { reasonsOfLinks, type LinkReasonTable } from './link-reasons.ts';
import type { Concept, ConceptIndex, PaperLinks, SparseRows, Watch } from './model.ts';
import { shouldStop, type StopFlag } from './parallel/lone-work.ts';
import { shareAll } from './parallel/shared-arrays.ts';
import type { Task } from './parallel/task.ts';
import { topicsOfGraph } from './topics-of-graph.ts';
import type { FoundTopics } from './topics/find-topics.ts';

/** Of a concept index what links and topics depend on: no names. */
export interface BareIndex {
  paperConcepts: SparseRows;
  /** Concept → broader ones: those of concept c are indices[offsets[c]..offsets[c+1]). */
  broader: Pick<SparseRows, 'offsets' | 'indices'>;
  paperWords: SparseRows | null;
}

export interface GroundworkCommon {
  index: BareIndex;
  /** The index that it was made of by corrections, and where its concepts come from. */
  derived: { from: BareIndex; offsets: Uint32Array; origins: Uint32Array } | null;
  settings: MapSettings;
  /** Becomes 1 once links are found, which takes longest. */
  areLinksFound: Int32Array;
}

/** What a map was made of, all but what follows from names. */
export interface Groundwork {
  /** Near concepts of the index that was found. */
  near: SparseRows | null;
  vectors: Omit<PaperVectors, 'similarity'>;
  links: PaperLinks;
  topicLinks: PaperLinks;
  profiles: SparseMatrix;
  memory: { links: SearchMemory; topics: SearchMemory } | null;
  partition: FoundTopics;
  reasons: LinkReasonTable;
}

/** Makes again what a map of an index was made of. */
export const groundworkTask: Task<GroundworkCommon, StopFlag, Groundwork> = {
  name: 'map.groundwork',
  prepare: (common) => (flag) => shareAll(groundwork(common, watchOf(flag))),
};

function groundwork({ index: bare, derived, settings, areLinksFound }: GroundworkCommon, watch: Watch): Groundwork {
  const from = derived ? fullIndex(derived.from) : null;
  const index: ConceptIndex = { ...fullIndex(bare), ...(derived && from ? { derived: { ...derived, from } } : {}) };
  const options = linkOptions(settings);
  const graph = linkForMapAndTopics(index, options, watch, null, MOST_REMEMBERED);
  Atomics.store(areLinksFound, 0, 1);
  const partition = topicsOfGraph(graph, graph.vectors.sizes.length, settings, watch);
  const reasons = reasonsOfLinks(graph, watch);
  const { similarity: _, ...vectors } = graph.vectors;
  const memory = graph.memory && { links: graph.memory.links, topics: graph.memory.topics };
  const { links, topicLinks, profiles } = graph;
  return { near: knownNear(from ?? index, options) ?? null, vectors, links, topicLinks, profiles, memory, partition, reasons };
}

function fullIndex({ paperConcepts, broader: { offsets, indices }, paperWords }: BareIndex): ConceptIndex {
  const concepts = Array.from({ length: offsets.length - 1 }, (_, concept): Concept => ({ id: '', label: '', aliases: [], papers: 0, broader: Array.from(indices.subarray(offsets[concept], offsets[concept + 1])), joins: [] }));
  const none = new Uint32Array(0);
  return { concepts, paperConcepts, mentions: { offsets: none, concept: none, field: new Uint8Array(0), start: none, end: none }, ...(paperWords ? { paperWords } : {}) };
}

function watchOf(flag: StopFlag): Watch {
  return {
    progress: () => undefined,
    check() {
      if (shouldStop(flag)) throw new AtlasError('call.cancelled');
    },
  };
}
