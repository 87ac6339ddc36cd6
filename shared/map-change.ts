import { isSameValue } from './same-value.ts';
import type { MapConcept, MapLink, MapPaper, MapTopic, TopicMap } from './topic-map.ts';

/**
 * One piece of a list as it is now: a run of records of the earlier list as they were (place of the first, number), a record that is new, or an earlier record (its place) in which
 * some fields are others and some are gone.
 */
export type ListPiece<T> = [first: number, count: number] | { record: T } | { like: number; set: Partial<T>; without?: string[] };

/** What makes one map of another: small after an edit, where a map may be of 30 MB. */
export interface MapChange {
  papers: ListPiece<MapPaper>[];
  concepts: ListPiece<MapConcept>[];
  topics: ListPiece<MapTopic>[];
  links: ListPiece<MapLink>[];
  /** All else of the map. */
  rest: Omit<TopicMap, 'papers' | 'concepts' | 'topics' | 'links'>;
}

const idOf = ({ id }: { id: string }) => id;
const endsOf = ({ source, target }: MapLink) => `${source}\n${target}`;

/** What makes `after` of `before`. Quick where the two share records. */
export function mapChange(before: TopicMap, after: TopicMap): MapChange {
  const { papers, concepts, topics, links, ...rest } = after;
  return {
    papers: listChange(before.papers, papers, idOf),
    concepts: listChange(before.concepts, concepts, idOf),
    topics: listChange(before.topics, topics, idOf),
    links: listChange(before.links, links, endsOf),
    rest,
  };
}

/** The map that a change makes of the one it was told for, which stays as it is. What did not change is shared: records, and whole lists. */
export function changedMap(before: TopicMap, { papers, concepts, topics, links, rest }: MapChange): TopicMap {
  return {
    ...before,
    ...rest,
    papers: changedList(before.papers, papers),
    concepts: changedList(before.concepts, concepts),
    topics: changedList(before.topics, topics),
    links: changedList(before.links, links),
  };
}

function listChange<T extends object>(before: readonly T[], after: readonly T[], keyOf: (record: T) => string): ListPiece<T>[] {
  const pieces: ListPiece<T>[] = [];
  let placeOf: Map<string, number> | null = null;
  let next = 0;
  for (const record of after) {
    if (before[next] !== record) {
      placeOf ??= new Map(before.map((each, place) => [keyOf(each), place]));
      next = placeOf.get(keyOf(record)) ?? next;
    }
    const known = before[next];
    const isKnown = known !== undefined && (known === record || keyOf(known) === keyOf(record));
    const piece = isKnown ? recordChange(known, record, next) : { record };
    const last = pieces.at(-1);
    if (piece) pieces.push(piece);
    else if (Array.isArray(last) && last[0] + last[1] === next) last[1]++;
    else pieces.push([next, 1]);
    if (isKnown) next++;
  }
  return pieces;
}

/** What makes one record of another; null where both are the same. */
function recordChange<T extends object>(before: T, after: T, place: number): ListPiece<T> | null {
  if (before === after) return null;
  const set: Partial<T> = {};
  let isOther = false;
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (Object.hasOwn(before, key) && isSameValue(before[key], after[key])) continue;
    set[key] = after[key];
    isOther = true;
  }
  const without = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return isOther || without.length > 0 ? { like: place, set, ...(without.length > 0 ? { without } : {}) } : null;
}

function changedList<T extends object>(before: T[], pieces: readonly ListPiece<T>[]): T[] {
  const [only] = pieces;
  if (pieces.length === 1 && Array.isArray(only) && only[0] === 0 && only[1] === before.length) return before;
  return pieces.flatMap((piece): T[] => {
    if (Array.isArray(piece)) return before.slice(piece[0], piece[0] + piece[1]);
    if ('record' in piece) return [piece.record];
    const record = { ...(before[piece.like] as T), ...piece.set };
    for (const key of piece.without ?? []) delete record[key as keyof T];
    return [record];
  });
}
