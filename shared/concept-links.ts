import { compareText } from './text.ts';
import type { TopicMap } from './topic-map.ts';

/** Two concepts that occur in the same papers more than chance would have it. */
export interface ConceptLink {
  source: string;
  target: string;
  /** 0..1; n/(n+1) for two concepts that occur together in n papers and never apart, 0 for what chance would give. */
  weight: number;
}

/** What arithmetic leaves of the weight of two concepts that meet as often as by chance. */
const CHANCE = 1e-9;

/** A partner of a concept: its place in map.concepts, the number of papers that have both, and how much more that is than chance. */
interface Partner {
  place: number;
  together: number;
  weight: number;
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
  const occurrences = occurrencesOf(map);
  const partnersOf = partnerCounter(occurrences, map.papers.length);
  const links = new Map<string, ConceptLink>();
  for (const [place, { id }] of map.concepts.entries()) {
    for (const partner of strongest(partnersOf(place), limitPerConcept)) {
      const link = linkOf(id, map.concepts[partner.place]?.id ?? '', partner.weight);
      links.set(`${link.source} ${link.target}`, link);
    }
  }
  return [...links.values()].sort((first, second) => compareText(first.source, second.source) || compareText(first.target, second.target));
}

function strongest(partners: Partner[], limit: number): Partner[] {
  return partners.sort((first, second) => second.weight - first.weight || second.together - first.together || first.place - second.place).slice(0, limit);
}

function linkOf(first: string, second: string, weight: number): ConceptLink {
  const [source, target] = first < second ? [first, second] : [second, first];
  return { source, target, weight: Math.round(weight * 10_000) / 10_000 };
}

/** Which concepts each paper has, and which papers each concept is in, by their places in the map. */
interface Occurrences {
  conceptsOf: readonly Uint32Array[];
  papersOf: readonly number[][];
}

function occurrencesOf(map: Pick<TopicMap, 'papers' | 'concepts'>): Occurrences {
  const place = new Map(map.concepts.map((concept, position) => [concept.id, position]));
  const papersOf: number[][] = map.concepts.map(() => []);
  const conceptsOf = map.papers.map(({ concepts }, paper) => {
    const places = Uint32Array.from(concepts.flatMap(({ id }) => place.get(id) ?? []));
    for (const concept of places) papersOf[concept]?.push(paper);
    return places;
  });
  return { conceptsOf, papersOf };
}

/** Gives the partners of a concept that it meets more often than by chance. Counts in one array for all concepts, which it leaves as it found it. */
function partnerCounter({ conceptsOf, papersOf }: Occurrences, paperCount: number): (place: number) => Partner[] {
  const together = new Uint32Array(papersOf.length);
  const logs = Float64Array.from(papersOf, ({ length }) => Math.log(length));
  const logOfAll = Math.log(paperCount);
  const weightOf = (place: number, other: number, count: number) => {
    const discount = count / (count + 1);
    if (count >= paperCount) return discount;
    const surprise = Math.log(count) + logOfAll - ((logs[Math.min(place, other)] ?? 0) + (logs[Math.max(place, other)] ?? 0));
    return (discount * surprise) / (logOfAll - Math.log(count));
  };
  return (place) => {
    const met: number[] = [];
    for (const paper of papersOf[place] ?? []) {
      for (const other of conceptsOf[paper] ?? []) {
        const count = together[other] ?? 0;
        if (count === 0) met.push(other);
        together[other] = count + 1;
      }
    }
    const partners: Partner[] = [];
    for (const other of met) {
      const count = together[other] ?? 0;
      together[other] = 0;
      if (other === place) continue;
      const weight = weightOf(place, other, count);
      if (weight > CHANCE) partners.push({ place: other, together: count, weight });
    }
    return partners;
  };
}
