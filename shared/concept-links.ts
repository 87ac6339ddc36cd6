import { compareText } from './text.ts';
import type { TopicMap } from './topic-map.ts';

/** Two concepts that occur in the same papers more than chance would have it. */
export interface ConceptLink {
  source: string;
  target: string;
  /** 0..1; n/(n+1) for two concepts that occur together in n papers and never apart, 0 for what chance would give. */
  weight: number;
}

/** Co-occurrence of two concepts: places in map.concepts, a < b, and the number of papers that have both. */
interface Pair {
  a: number;
  b: number;
  together: number;
}

/**
 * Links between the concepts of a map, from their co-occurrence in papers: each concept's `limitPerConcept` strongest,
 * source before target by id, sorted by both.
 *
 * The measure is association strength (van Eck & Waltman 2009, "How to normalize cooccurrence data?": observed over
 * expected co-occurrence), brought to 0..1 by its logarithm over that of the largest value possible for the pair
 * (normalized pointwise mutual information, Bouma 2009) and discounted by n/(n+1) for the n papers that it rests on,
 * so that a single joint paper does not outweigh twenty.
 */
export function conceptLinks(map: Pick<TopicMap, 'papers' | 'concepts'>, limitPerConcept: number): ConceptLink[] {
  const { pairs, papersOf } = countPairs(map);
  const paperCount = map.papers.length;
  const ids = map.concepts.map((concept) => concept.id);
  const weighted = pairs
    .map(({ a, b, together }) => ({ a, b, together, weight: strengthOf(together, papersOf[a] ?? 0, papersOf[b] ?? 0, paperCount) }))
    .filter((pair) => pair.weight > 0)
    .sort((first, second) => second.weight - first.weight || second.together - first.together || first.a - second.a || first.b - second.b);
  const kept = new Uint32Array(ids.length);
  return weighted
    .filter(({ a, b }) => {
      if ((kept[a] ?? 0) >= limitPerConcept && (kept[b] ?? 0) >= limitPerConcept) return false;
      kept[a] = (kept[a] ?? 0) + 1;
      kept[b] = (kept[b] ?? 0) + 1;
      return true;
    })
    .map(({ a, b, weight }) => linkOf(ids[a] ?? '', ids[b] ?? '', weight))
    .sort((first, second) => compareText(first.source, second.source) || compareText(first.target, second.target));
}

function linkOf(first: string, second: string, weight: number): ConceptLink {
  const [source, target] = first < second ? [first, second] : [second, first];
  return { source, target, weight: Math.round(weight * 10_000) / 10_000 };
}

function strengthOf(together: number, papersOfA: number, papersOfB: number, paperCount: number): number {
  const discount = together / (together + 1);
  if (together >= paperCount) return discount;
  const associationStrength = (together * paperCount) / (papersOfA * papersOfB);
  return (discount * Math.log(associationStrength)) / Math.log(paperCount / together);
}

function countPairs(map: Pick<TopicMap, 'papers' | 'concepts'>): { pairs: Pair[]; papersOf: Uint32Array } {
  const place = new Map(map.concepts.map((concept, position) => [concept.id, position]));
  const papersOf = new Uint32Array(map.concepts.length);
  const together = new Map<number, number>();
  for (const paper of map.papers) {
    const places = paper.concepts.flatMap(({ id }) => place.get(id) ?? []).sort((a, b) => a - b);
    for (const [position, a] of places.entries()) {
      papersOf[a] = (papersOf[a] ?? 0) + 1;
      for (let other = position + 1; other < places.length; other++) {
        const key = a * map.concepts.length + (places[other] ?? 0);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    }
  }
  const pairs = Array.from(together, ([key, count]): Pair => ({ a: Math.floor(key / map.concepts.length), b: key % map.concepts.length, together: count }));
  return { pairs, papersOf };
}
