import { compareText } from './text.ts';
import type { MapConcept, TopicMap } from './topic-map.ts';

type Mentioned = Pick<TopicMap, 'papers' | 'concepts'>;

const known = new WeakMap<Mentioned, ReadonlyMap<string, number>>();

/**
 * How much of the papers each concept is about: the sum of its weights in them, so that 1 is one paper's strongest concept. A plain
 * word that many papers happen to use comes to less than what some papers are about. A concept whose papers have no weight for it counts 0.
 */
export function conceptPresence(map: Mentioned): ReadonlyMap<string, number> {
  const found = known.get(map);
  if (found) return found;
  const presence = new Map(map.concepts.map(({ id }) => [id, 0]));
  for (const { concepts } of map.papers) for (const { id, weight } of concepts) presence.set(id, (presence.get(id) ?? 0) + weight);
  known.set(map, presence);
  return presence;
}

/** Puts concepts of a map in order: what most of the papers are about first. */
export function byPresence(map: Mentioned): (one: MapConcept, other: MapConcept) => number {
  const presence = conceptPresence(map);
  return (one, other) => (presence.get(other.id) ?? 0) - (presence.get(one.id) ?? 0) || other.papers - one.papers || compareText(one.id, other.id);
}
