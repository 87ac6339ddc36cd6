import { createHash } from 'node:crypto';
import type { TopicMap } from '../../../shared/topic-map.ts';

const known = new WeakMap<TopicMap, string>();

/** A short text that two maps share only where they are the same: a hash (SHA-256) of what is drawn and listed of them. Quick where writing the whole map as text is not. */
export function mapFingerprint(map: TopicMap): string {
  const fingerprint = known.get(map) ?? makeFingerprint(map);
  known.set(map, fingerprint);
  return fingerprint;
}

function makeFingerprint({ papers, concepts, topics, links, parameters, quality }: TopicMap): string {
  const hash = createHash('sha256').update(JSON.stringify([parameters, quality, topics]));
  const addNumbers = (numbers: number[]) => hash.update(Float64Array.from(numbers));
  const addTexts = (texts: readonly (string | number | undefined)[]) => hash.update(JSON.stringify(texts));
  addNumbers(papers.flatMap(({ x, y, confidence }) => [x, y, confidence]));
  addTexts(papers.flatMap(({ id, title, year, url, topic, subtopic }) => [id, title, year, url, topic ?? undefined, subtopic]));
  for (const list of papers.map((paper) => paper.concepts)) addTexts(list.flatMap(({ id, weight }) => [id, weight]));
  addNumbers(concepts.flatMap((concept) => [concept.x, concept.y, concept.papers]));
  addTexts(concepts.flatMap(({ id, label, aliases, topic }) => [id, label, ...aliases, topic ?? undefined]));
  addNumbers(links.flatMap(({ weight, concepts: { length } }) => [weight, length]));
  addTexts(links.flatMap(({ source, target }) => [source, target]));
  return hash.digest('base64url').slice(0, 22);
}
