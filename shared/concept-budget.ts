import { byPresence } from './concept-presence.ts';
import type { MapConcept, TopicMap } from './topic-map.ts';

/** How many concepts are drawn at three stages of zooming in: what one can look through, then more, then enough. */
export const CONCEPT_BUDGETS = [360, 1200, 3600] as const;
/** Zooms, as multiples of the fitted one, from which the second and third hold. */
const STAGES = [1.7, 3.2] as const;

/** The stage of a zoom, as an index of CONCEPT_BUDGETS. */
export function conceptStage(zoom: number, fitZoom: number): number {
  return STAGES.filter((from) => zoom >= from * fitZoom).length;
}

/**
 * The most telling concepts of a map, so many at most, in the map's order: of each topic those that name it best, then those that
 * most of its papers are about; larger topics have more, by the root of their papers. Those in `always` are among them.
 */
export function tellingConcepts(map: TopicMap, budget: number, always: ReadonlySet<string>): MapConcept[] {
  if (map.concepts.length <= budget) return map.concepts;
  const byTopic = conceptsByTopic(map);
  const shares = [...byTopic].map(([topic, concepts]) => ({ concepts: mostTelling(map, topic, concepts), share: Math.sqrt(concepts.reduce((sum, { papers }) => sum + papers, 0)) }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const kept = new Set(shares.flatMap(({ concepts, share }) => concepts.slice(0, Math.max(1, Math.floor((budget * share) / total))).map(({ id }) => id)));
  return map.concepts.filter(({ id }) => kept.has(id) || always.has(id));
}

function conceptsByTopic({ concepts }: TopicMap): Map<string | null, MapConcept[]> {
  const byTopic = new Map<string | null, MapConcept[]>();
  for (const concept of concepts) {
    const own = byTopic.get(concept.topic);
    if (own) own.push(concept);
    else byTopic.set(concept.topic, [concept]);
  }
  return byTopic;
}

function mostTelling(map: TopicMap, topic: string | null, concepts: readonly MapConcept[]): MapConcept[] {
  const names = new Map(map.topics.find(({ id }) => id === topic)?.concepts.map((id, rank) => [id, rank]));
  const compare = byPresence(map);
  const rank = ({ id }: MapConcept) => names.get(id) ?? Number.MAX_SAFE_INTEGER;
  return concepts.toSorted((a, b) => rank(a) - rank(b) || compare(a, b));
}
