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
  const kinds = pickedKinds(purpose, from);
  const papers = kinds === 'topics' ? [] : paperCandidates(from, map, index);
  const topics = kinds === 'papers' ? [] : topicCandidates(from, map, index);
  const all = from.kind === 'paper' ? [...papers, ...topics] : [...topics, ...papers];
  return all.filter(({ end }) => end.kind !== from.kind || end.id !== from.id);
}

/** What can be picked: papers, topics or both. */
export function pickedKinds(purpose: PickPurpose, from: PathEnd): 'papers' | 'topics' | 'both' {
  if (purpose === 'path') return 'both';
  return from.kind === 'paper' ? 'papers' : 'topics';
}

/** Whether something answers the question for another paper or topic. */
export function answersPick(purpose: PickPurpose, from: PathEnd, selection: Selection): selection is PathEnd {
  if (selection.kind !== 'paper' && selection.kind !== 'topic') return false;
  const kinds = pickedKinds(purpose, from);
  const fits = kinds === 'both' || kinds === `${selection.kind}s`;
  return fits && (selection.kind !== from.kind || selection.id !== from.id);
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
