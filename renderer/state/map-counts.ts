import { linkCounts } from '../../shared/encoding.ts';
import { onceFor } from '../../shared/once-for.ts';
import type { MapLink, MapPaper, TopicMap } from '../../shared/topic-map.ts';

/** How often things occur on a map, by id. */
export interface MapCounts {
  /** Links of each paper. */
  links: ReadonlyMap<string, number>;
  /** Papers that have each concept. */
  papers: ReadonlyMap<string, number>;
  /** Links that name each concept among their reasons. */
  reasons: ReadonlyMap<string, number>;
}

/** Counts over a map, each made when first asked for, once for each list. Look-ups into the map would have to be sorted for the same numbers. */
export function mapCounts(map: TopicMap): MapCounts {
  return {
    get links() {
      return linkCounts(map);
    },
    get papers() {
      return papersOfConcepts(map.papers);
    },
    get reasons() {
      return reasonsOfConcepts(map.links);
    },
  };
}

const papersOfConcepts = onceFor(conceptCounts);

const reasonsOfConcepts = onceFor((links: readonly MapLink[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { concepts } of links) for (const { id } of concepts) add(counts, id);
  return counts;
});

/** How many of some papers have each concept. */
export function conceptCounts(papers: readonly MapPaper[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { concepts } of papers) for (const { id } of concepts) add(counts, id);
  return counts;
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
