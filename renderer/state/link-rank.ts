import type { TopicMap } from '../../shared/topic-map.ts';

const sorted = new WeakMap<TopicMap, Float64Array>();

/** The share of the map's links that are weaker than a weight, 0..1; null for a map without links. */
export function shareOfWeakerLinks(map: TopicMap, weight: number): number | null {
  if (map.links.length === 0) return null;
  const weights = sorted.get(map) ?? Float64Array.from(map.links, (link) => link.weight).sort();
  sorted.set(map, weights);
  let low = 0;
  let high = weights.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] ?? 0) < weight) low = middle + 1;
    else high = middle;
  }
  return low / weights.length;
}
