import { createHash } from 'node:crypto';
import type { TopicMap } from '../../../shared/topic-map.ts';

const known = new WeakMap<TopicMap, string>();

/** Entries that are made text of at once. */
const ENTRIES_AT_ONCE = 1000;

/**
 * A short text that two maps share only where they are the same: a hash (SHA-256) of all but what each link rests on, which follows from the concepts and is more
 * than half of a map. Quicker than writing the whole map as text.
 */
export function mapFingerprint(map: TopicMap): string {
  const fingerprint = known.get(map) ?? makeFingerprint(map);
  known.set(map, fingerprint);
  return fingerprint;
}

function makeFingerprint({ papers, concepts, links, ...rest }: TopicMap): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const list of [papers, concepts]) {
    for (let start = 0; start < list.length; start += ENTRIES_AT_ONCE) hash.update(JSON.stringify(list.slice(start, start + ENTRIES_AT_ONCE)));
  }
  hash.update(Float64Array.from(links, ({ weight }) => weight));
  hash.update(JSON.stringify(links.flatMap(({ source, target, concepts: { length } }) => [source, target, length])));
  return hash.digest('base64url').slice(0, 22);
}
