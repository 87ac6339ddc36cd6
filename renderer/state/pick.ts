import type { PathEnd, Selection } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { mapIndex, type MapIndex } from './map-index.ts';
import type { PickerOption } from './picker-search.ts';
import { counted } from './words.ts';

/** What another paper or topic is picked for, seen from the one at hand. */
export type PickPurpose = 'compare' | 'path';

/** A paper or topic to pick. */
export interface PickedOption extends PickerOption {
  end: PathEnd;
}

/** Papers and topics to offer: to compare a paper with papers, a topic with topics, and for a path both. Those closest to the one at hand come first, sub-topics after topics. */
export function pickCandidates(purpose: PickPurpose, from: PathEnd, map: TopicMap): PickedOption[] {
  const index = mapIndex(map);
  const papers = purpose === 'path' || from.kind === 'paper' ? paperCandidates(from, map, index) : [];
  const topics = purpose === 'path' || from.kind === 'topic' ? topicCandidates(from, map, index) : [];
  const all = from.kind === 'paper' ? [...papers, ...topics] : [...topics, ...papers];
  return all.filter(({ end }) => end.kind !== from.kind || end.id !== from.id);
}

/** What is selected once another paper or topic was picked. */
export function pickedSelection(purpose: PickPurpose, from: PathEnd, to: PathEnd): Selection {
  if (purpose === 'path') return { kind: 'path', from, to, choice: 0 };
  return from.kind === 'paper' ? { kind: 'link', source: from.id, target: to.id } : { kind: 'compare', topics: [from.id, to.id] };
}

function paperCandidates(from: PathEnd, map: TopicMap, index: MapIndex): PickedOption[] {
  const near = from.kind === 'paper' ? index.related(from.id).map(({ paper }) => paper) : [];
  const isNear = new Set(near);
  const rest = map.papers.filter((paper) => !isNear.has(paper)).sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  return [...near, ...rest].map(({ id, title, year }) => ({ id: `paper ${id}`, kind: 'paper', end: { kind: 'paper', id }, label: title, about: year === undefined ? '' : String(year) }));
}

function topicCandidates(from: PathEnd, map: TopicMap, index: MapIndex): PickedOption[] {
  const near = from.kind === 'topic' ? index.relatedTopics(from.id).map(({ topic }) => topic) : [];
  const isNear = new Set(near);
  const rest = map.topics.filter((topic) => !isNear.has(topic));
  return [...near, ...rest].map(({ id, label, papers, parent }) => ({ id: `topic ${id}`, kind: 'topic', end: { kind: 'topic', id }, label, about: `${parent === undefined ? '' : 'sub-topic, '}${counted(papers, 'paper')}`, colour: index.topicPosition(id) }));
}
