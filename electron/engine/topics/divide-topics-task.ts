import type { PaperLinks } from '../model.ts';
import type { Task } from '../parallel/task.ts';
import { divideTopic, type DivisionOptions, type Division } from './divide-topic.ts';

/** The links within a topic, between places among its papers. */
export interface TopicLinks {
  links: PaperLinks;
  paperCount: number;
}

/** Divides topics, a batch at a time. */
export const divideTopicsTask: Task<DivisionOptions, readonly TopicLinks[], (Division | null)[]> = {
  name: 'topics.divideTopics',
  prepare: (options) => (topics) => topics.map(({ links, paperCount }) => divideTopic(links, paperCount, options)),
};
