import { palettePlace, type MapNotice, type MapPaper, type MapTopic, type TopicMap } from '../../../shared/topic-map.ts';
import { sharedRecords } from '../../../shared/same-value.ts';
import { findBoundTopic, LEAST_OVERLAP } from './bound-topics.ts';
import { counted } from './counted.ts';
import type { JournalEntry } from './journal.ts';
import { joinTopics } from './join-topics.ts';
import { isTopicEdit, type StoredTopicEdit } from './topic-edits.ts';

/** Topics of a map while edits are done on them. Papers and topics are copies. */
export interface TopicDraft {
  map: TopicMap;
  papers: MapPaper[];
  topics: MapTopic[];
  /** Topics that are part of others now, by id. */
  joinedTo: Map<string, string>;
  /** Papers that should have gone to a topic that is no more, by its name. */
  lost: Map<string, number>;
}

type WasKnown = (paper: string) => boolean;

/**
 * A map with the user's edits of topics on it, one after the other; the map itself stays as it is. Topics are found by the papers that they had. `importOf` tells which import
 * brought each paper, so that papers added after an edit don't count against it; `colours` are the places in the palette that topics keep, whatever their sizes become.
 */
export function topicsAfter(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>, colours: () => ReadonlyMap<string, number>): TopicMap {
  const topical = edits.filter(({ edit }) => isTopicEdit(edit));
  if (topical.length === 0) return map;
  const places = colours();
  const topics = map.topics.map((topic, place) => ({ ...topic, colour: places.get(topic.id) ?? palettePlace(topic, place) }));
  const draft: TopicDraft = { map, papers: map.papers.map((paper) => ({ ...paper })), topics, joinedTo: new Map(), lost: new Map() };
  for (const { edit, afterImport } of topical) {
    if (isTopicEdit(edit)) applyOne(draft, edit, (paper) => (importOf.get(paper) ?? 0) <= afterImport);
  }
  return topical.every(({ edit }) => edit.kind === 'rename-topic') ? { ...map, topics: draft.topics } : finished(draft);
}

function applyOne(draft: TopicDraft, edit: StoredTopicEdit, wasKnown: WasKnown): void {
  if (edit.kind === 'rename-topic') rename(draft, findBoundTopic(draft, edit, wasKnown), edit.label);
  else if (edit.kind === 'move-papers') movePapers(draft, edit, wasKnown);
  else mergeTopics(draft, edit, wasKnown);
}

function rename({ topics }: TopicDraft, id: string | null, label: string): void {
  const topic = topics.find((each) => each.id === id);
  if (topic) topic.label = label;
}

/** Papers of a topic that is no more stay where the map has them. */
function movePapers(draft: TopicDraft, { papers, to }: Extract<StoredTopicEdit, { kind: 'move-papers' }>, wasKnown: WasKnown): void {
  const id = to && findBoundTopic(draft, to, wasKnown);
  const topic = draft.topics.find((each) => each.id === id);
  const moved = new Set(papers);
  if (to && !topic) {
    draft.lost.set(to.label, (draft.lost.get(to.label) ?? 0) + moved.size);
    return;
  }
  for (const paper of draft.papers) {
    if (!moved.has(paper.id)) continue;
    delete paper.subtopic;
    delete paper.between;
    paper.topic = topic ? (topic.parent ?? topic.id) : null;
    if (topic?.parent !== undefined) paper.subtopic = topic.id;
    paper.confidence = topic ? 1 : 0;
    paper.byHand = true;
  }
}

/** All topics that lie mostly within the merged ones become one: the one that has most of the papers of `into`. It has the name of `into` while it is mostly of the merged papers. */
function mergeTopics(draft: TopicDraft, { parts, into, label }: Extract<StoredTopicEdit, { kind: 'merge-topics' }>, wasKnown: WasKnown): void {
  const members = new Set(parts.flatMap((part) => part.members));
  const leading = new Set(parts.find(({ id }) => id === into)?.members);
  const sizes = new Map<string, { known: number; shared: number; leading: number }>();
  for (const { id, topic } of draft.papers) {
    if (topic === null || !wasKnown(id)) continue;
    const size = sizes.get(topic) ?? { known: 0, shared: 0, leading: 0 };
    sizes.set(topic, { known: size.known + 1, shared: size.shared + (members.has(id) ? 1 : 0), leading: size.leading + (leading.has(id) ? 1 : 0) });
  }
  const within = [...sizes].filter(([, { known, shared }]) => shared / known > LEAST_OVERLAP).sort(([, a], [, b]) => b.leading - a.leading || b.shared - a.shared);
  const [target] = within;
  if (!target) return;
  joinTopics(draft, within.map(([id]) => id), target[0]);
  const [known, shared] = within.reduce(([all, common], [, size]) => [all + size.known, common + size.shared], [0, 0]);
  if (shared / (known + members.size - shared) > LEAST_OVERLAP) rename(draft, target[0], label);
}

/** Topics counted anew and by size again, sub-topics behind all topics; those without papers are gone. */
function finished({ map, papers, topics, joinedTo, lost }: TopicDraft): TopicMap {
  const sizes = new Map<string, number>();
  for (const { topic, subtopic } of papers) for (const id of [topic, subtopic]) if (typeof id === 'string') sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const left = topics.filter(({ id }) => sizes.has(id)).map((topic) => ({ ...topic, papers: sizes.get(topic.id) ?? 0 }));
  for (const paper of papers) if (paper.between) paper.between = paper.between.filter(({ topic }) => sizes.has(topic));
  for (const paper of papers) if (paper.between?.length === 0) delete paper.between;
  const main = left.filter(({ parent }) => parent === undefined).sort((a, b) => b.papers - a.papers);
  const parts = main.flatMap(({ id }) => left.filter(({ parent }) => parent === id));
  const topicNow = (id: string | null) => {
    const now = id === null ? null : (joinedTo.get(id) ?? id);
    return now !== null && sizes.has(now) ? now : null;
  };
  const concepts = map.concepts.map((concept) => (topicNow(concept.topic) === concept.topic ? concept : { ...concept, topic: topicNow(concept.topic) }));
  return { ...map, papers: sharedRecords(map.papers, papers), concepts, topics: [...main, ...parts], notices: [...map.notices, ...lostNotices(lost)] };
}

function lostNotices(lost: ReadonlyMap<string, number>): MapNotice[] {
  return [...lost].map(([label, count]) => ({ code: 'topics.gone', message: `${counted(count, 'paper')} that you put into “${label}” ${count === 1 ? 'is' : 'are'} in other topics: there is no such topic on this map.` }));
}
