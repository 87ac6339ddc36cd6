import type { MapTopic } from '../../../shared/topic-map.ts';
import { knownTopics } from '../topics/follow-topics.ts';
import type { StopFlag } from '../parallel/lone-work.ts';
import type { Task } from '../parallel/task.ts';
import { unpackMap } from './artefacts.ts';
import type { BaseMap } from './kept-maps.ts';

/** A base map as it goes from thread to thread. */
export interface SentBase {
  /** Papers and concepts. */
  ids: string[];
  /** x and y of each. */
  places: Float64Array;
  topics: readonly MapTopic[];
  /** Papers in a topic, and the topic of each. */
  papers: string[];
  topicOf: string[];
}

/** Reads of a packed map what other maps keep to. */
export const readBaseTask: Task<Uint8Array, StopFlag, SentBase> = {
  name: 'library.readBase',
  prepare: (packed) => () => {
    const map = unpackMap(packed);
    const nodes = [...map.papers, ...map.concepts];
    const { topics, topicOf } = knownTopics(map);
    return { ids: nodes.map(({ id }) => id), places: Float64Array.from(nodes.flatMap(({ x, y }) => [x, y])), topics, papers: [...topicOf.keys()], topicOf: [...topicOf.values()] };
  },
};

/** The base map that was sent. */
export function receivedBase({ ids, places, topics, papers, topicOf }: SentBase): BaseMap {
  return {
    places: new Map(ids.map((id, at) => [id, { x: places[2 * at] as number, y: places[2 * at + 1] as number }])),
    topics: { topics, topicOf: new Map(papers.map((id, at) => [id, topicOf[at] as string])) },
  };
}
