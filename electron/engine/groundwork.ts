import type { Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { linkOptions } from './graph/link-papers.ts';
import { knowNear } from './graph/near-concepts-of.ts';
import { shareRows } from './graph/share-rows.ts';
import { groundworkTask, type BareIndex, type Groundwork, type GroundworkCommon } from './groundwork-task.ts';
import type { ConceptIndex } from './model.ts';
import type { LoneWork } from './parallel/lone-work.ts';
import { shareNumbers } from './parallel/shared-arrays.ts';
import { sharedPool } from './parallel/thread-pool.ts';
import type { MadeMap } from './pipeline.ts';

/** A map that is there, and what is known of how it was made. */
export interface KnownMap {
  /** Sorted by id. */
  papers: readonly Paper[];
  index: ConceptIndex;
  settings: MapSettings;
  map: TopicMap;
}

/** The work of another thread on what a map was made of. */
export interface ComingGroundwork extends LoneWork<Groundwork> {
  /** Whether to wait for it takes less time than to begin from nothing, on all threads. */
  isWorthWaiting(): boolean;
}

/** Begins to make on another thread what a map was made of; null where there is no other thread. */
export function startGroundwork({ index, settings }: Pick<KnownMap, 'index' | 'settings'>): ComingGroundwork | null {
  const { derived } = index;
  const areLinksFound = shareNumbers(new Int32Array(1));
  const common: GroundworkCommon = {
    index: bareIndex(index),
    derived: derived ? { from: bareIndex(derived.from), offsets: shareNumbers(derived.offsets), origins: shareNumbers(derived.origins) } : null,
    settings,
    areLinksFound,
  };
  const work = sharedPool.startAlone(groundworkTask, common);
  return work && { done: work.done, take: (watch) => work.take(watch), stop: () => work.stop(), isWorthWaiting: () => Atomics.load(areLinksFound, 0) === 1 };
}

/** The map as it was when it was made, as far as another one can be made of it. */
export function madeMap({ papers, index, settings, map }: KnownMap, { near, vectors, links, topicLinks, profiles, memory, partition, reasons }: Groundwork): MadeMap {
  const options = linkOptions(settings);
  if (near) knowNear(index.derived?.from ?? index, options, near);
  const graph = { vectors: { ...vectors, similarity: options.similarity }, links, topicLinks, profiles, memory: memory && { options, ...memory } };
  return { papers: [...papers], index, settings, graph, partition, reasons, map };
}

function bareIndex({ concepts, paperConcepts, paperWords }: ConceptIndex): BareIndex {
  const offsets = new Uint32Array(concepts.length + 1);
  const indices: number[] = [];
  for (const [place, { broader }] of concepts.entries()) {
    indices.push(...broader);
    offsets[place + 1] = indices.length;
  }
  return { paperConcepts: shareRows(paperConcepts), broader: { offsets: shareNumbers(offsets), indices: shareNumbers(Uint32Array.from(indices)) }, paperWords: paperWords ? shareRows(paperWords) : null };
}
