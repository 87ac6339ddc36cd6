import type { MapPaper, TopicMap } from '../../shared/topic-map.ts';

/** How often things occur on a map, by id. */
export interface MapCounts {
  /** Links of each paper. */
  links: ReadonlyMap<string, number>;
  /** Papers that have each concept. */
  papers: ReadonlyMap<string, number>;
  /** Links that name each concept among their reasons. */
  reasons: ReadonlyMap<string, number>;
}

const counted = new WeakMap<TopicMap, MapCounts>();

/** Counts over a map, made once for each. Look-ups into the map would have to be sorted for the same numbers. */
export function mapCounts(map: TopicMap): MapCounts {
  const known = counted.get(map);
  if (known) return known;
  const links = new Map<string, number>();
  const reasons = new Map<string, number>();
  for (const { source, target, concepts } of map.links) {
    add(links, source);
    add(links, target);
    for (const { id } of concepts) add(reasons, id);
  }
  const counts = { links, papers: conceptCounts(map.papers), reasons };
  counted.set(map, counts);
  return counts;
}

/** How many of some papers have each concept. */
export function conceptCounts(papers: readonly MapPaper[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { concepts } of papers) for (const { id } of concepts) add(counts, id);
  return counts;
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
