import type { MapPaper, MapTopic } from '../../../shared/topic-map.ts';
import type { TopicDraft } from './topics-after.ts';

/** How telling a concept is of a topic: precision and recall weigh as in names of topics. */
const PRECISION_EXPONENT = 0.75;
const RECALL_EXPONENT = 0.5;

/**
 * Topics of a draft become one, `target`, which is among them: with the papers, sub-topics and most telling concepts of all. What of a paper's links left its topic and stays
 * now counts for its confidence.
 */
export function joinTopics(draft: TopicDraft, ids: readonly string[], target: string): void {
  const joined = new Set(ids);
  if (joined.size < 2) return;
  const parts = draft.topics.filter(({ id }) => joined.has(id));
  const into = parts.find(({ id }) => id === target);
  if (!into) return;
  raiseConfidence(draft, joined);
  for (const paper of draft.papers) {
    if (paper.topic !== null && joined.has(paper.topic)) paper.topic = target;
    if (paper.between) paper.between = joinedBetween(paper.between, joined, target, paper.topic);
  }
  for (const topic of draft.topics) {
    if (topic.parent === undefined || !joined.has(topic.parent)) continue;
    topic.parent = target;
    if (into.colour !== undefined) topic.colour = into.colour;
  }
  into.concepts = tellingConcepts(draft, parts, target);
  draft.topics = draft.topics.filter(({ id }) => id === target || !joined.has(id));
  for (const [id, now] of draft.joinedTo) if (joined.has(now)) draft.joinedTo.set(id, target);
  for (const id of ids) if (id !== target) draft.joinedTo.set(id, target);
}

/** Of what leaves a paper's topic, the part that goes to the others that are joined with it, by the map's links, no longer leaves it. */
function raiseConfidence({ map, papers }: TopicDraft, joined: ReadonlySet<string>): void {
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]));
  const leaving = new Map<MapPaper, { all: number; within: number }>();
  const count = (paper: MapPaper, other: MapPaper, weight: number) => {
    if (paper.topic === null || !joined.has(paper.topic) || other.topic === paper.topic) return;
    const sums = leaving.get(paper) ?? { all: 0, within: 0 };
    const stays = other.topic !== null && joined.has(other.topic);
    leaving.set(paper, { all: sums.all + weight, within: sums.within + (stays ? weight : 0) });
  };
  for (const { source, target, weight } of map.links) {
    const [one, other] = [paperOf.get(source), paperOf.get(target)];
    if (!one || !other) continue;
    count(one, other, weight);
    count(other, one, weight);
  }
  for (const [paper, { all, within }] of leaving) paper.confidence = Math.round((paper.confidence + (1 - paper.confidence) * (within / all)) * 10_000) / 10_000;
}

function joinedBetween(between: NonNullable<MapPaper['between']>, joined: ReadonlySet<string>, target: string, own: string | null): NonNullable<MapPaper['between']> {
  const shares = new Map<string, number>();
  for (const { topic, share } of between) {
    const now = joined.has(topic) ? target : topic;
    if (now !== own) shares.set(now, (shares.get(now) ?? 0) + share);
  }
  return [...shares].map(([topic, share]) => ({ topic, share }));
}

/** The concepts of the parts by how telling they are of all their papers, as many as the longest list of a part. */
function tellingConcepts({ map, papers }: TopicDraft, parts: readonly MapTopic[], target: string): string[] {
  const candidates = new Set(parts.flatMap(({ concepts }) => concepts));
  const within = new Map<string, number>();
  let size = 0;
  for (const { topic, concepts } of papers) {
    if (topic !== target) continue;
    size++;
    for (const { id } of concepts) if (candidates.has(id)) within.set(id, (within.get(id) ?? 0) + 1);
  }
  const everywhere = new Map(map.concepts.map(({ id, papers: count }) => [id, count]));
  const score = (id: string) => {
    const both = within.get(id) ?? 0;
    return (both / Math.max(both, everywhere.get(id) ?? 1, 1)) ** PRECISION_EXPONENT * (both / Math.max(1, size)) ** RECALL_EXPONENT;
  };
  const longest = Math.max(...parts.map(({ concepts }) => concepts.length));
  return [...candidates].map((id) => ({ id, score: score(id) })).sort((a, b) => b.score - a.score).slice(0, longest).map(({ id }) => id);
}
