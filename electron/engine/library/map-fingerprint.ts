import { createHash } from 'node:crypto';
import type { MapConcept, MapLink, MapPaper, TopicMap } from '../../../shared/topic-map.ts';

/** What was hashed before. Maps that come of each other share records and lists, so that only what changed is hashed anew. */
const knownMaps = new WeakMap<TopicMap, string>();
const knownLinks = new WeakMap<readonly MapLink[], Uint8Array>();
const knownParts = new WeakMap<object, number>();

/**
 * A short text that two maps share only where they are the same: a hash (SHA-256) of all but what each link rests on, which follows from the concepts and is more
 * than half of a map. Quicker than writing the whole map as text.
 */
export function mapFingerprint(map: TopicMap): string {
  const fingerprint = knownMaps.get(map) ?? makeFingerprint(map);
  knownMaps.set(map, fingerprint);
  return fingerprint;
}

function makeFingerprint({ papers, concepts, links, ...rest }: TopicMap): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  hash.update(Float64Array.from(papers, hashOfPaper)).update(Float64Array.from(concepts, hashOfConcept));
  const linksHash = knownLinks.get(links) ?? hashOfLinks(links);
  knownLinks.set(links, linksHash);
  return hash.update(linksHash).digest('base64url').slice(0, 22);
}

function hashOfPaper(paper: MapPaper): number {
  return hashOnce(paper, () => {
    const { concepts, ...own } = paper;
    return `${JSON.stringify(own)} ${hashOnce(concepts, () => JSON.stringify(concepts))}`;
  });
}

function hashOfConcept(concept: MapConcept): number {
  return hashOnce(concept, () => JSON.stringify(concept));
}

function hashOfLinks(links: readonly MapLink[]): Uint8Array {
  const hash = createHash('sha256').update(Float64Array.from(links, ({ weight }) => weight));
  return hash.update(JSON.stringify(links.flatMap(({ source, target, concepts: { length } }) => [source, target, length]))).digest();
}

/** The hash of an object's text, which is made once: records of a map are never changed. */
function hashOnce(part: object, text: () => string): number {
  const hash = knownParts.get(part) ?? textHash(text());
  knownParts.set(part, hash);
  return hash;
}

const PRIMES = [0x01_00_01_93, 0x85_eb_ca_6b] as const;

/** 53 bits of a text's UTF-16 code units: two hashes in the manner of FNV-1a (Fowler, Noll and Vo), each with a factor of its own. */
function textHash(text: string): number {
  let [low, high] = [0x81_1c_9d_c5, 0x9e_37_79_b9];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, PRIMES[0]);
    high = Math.imul(high ^ code ^ (high >>> 15), PRIMES[1]);
  }
  return ((high ^ (low >>> 13)) >>> 11) * 2 ** 32 + (low >>> 0);
}
