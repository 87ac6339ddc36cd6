import { compareText } from '../../../shared/text.ts';
import { orderByWords } from './word-order.ts';

/** An id with the place of its name among the names given. */
export interface PlacedId {
  id: string;
  place: number;
}

/**
 * An id for each concept from the normal words of its name, sorted by id: "^lora" → "lora", "low rank adaptation" → "low-rank-adaptation".
 * Where two names give the same id, the later ones by name get a number, so that ids never depend on the order of records.
 */
export function conceptIds(names: readonly string[]): PlacedId[] {
  const ids = names.map(slug);
  const placed = Array.from(orderByWords(ids, '-'), (place) => ({ id: ids[place] as string, place }));
  const repeated = repeatedIds(placed);
  if (repeated.size === 0) return placed;
  const taken = new Set<string>();
  for (const rival of placed.filter(({ id }) => isRival(id, repeated)).sort((a, b) => compareText(names[a.place] as string, names[b.place] as string))) {
    const wanted = rival.id;
    for (let number = 2; taken.has(rival.id); number++) rival.id = `${wanted}-${number}`;
    taken.add(rival.id);
  }
  return placed.sort(byId);
}

const byId = (a: PlacedId, b: PlacedId): number => compareText(a.id, b.id);

function repeatedIds(sorted: readonly PlacedId[]): Set<string> {
  const repeated = new Set<string>();
  for (let at = 1; at < sorted.length; at++) if ((sorted[at] as PlacedId).id === (sorted[at - 1] as PlacedId).id) repeated.add((sorted[at] as PlacedId).id);
  return repeated;
}

/** An id that is wanted more than once, or looks like one of them with a number. */
function isRival(id: string, repeated: ReadonlySet<string>): boolean {
  return repeated.has(id) || (/-\d+$/.test(id) && isRival(id.replace(/-\d+$/, ''), repeated));
}

const PLAIN_NAME = /^\^?[a-z\d]+(?: [a-z\d]+)*$/;

/** Words of letters and digits, which come after the hyphens between them. */
function slug(name: string): string {
  if (PLAIN_NAME.test(name)) return (name.startsWith('^') ? name.slice(1) : name).replaceAll(' ', '-');
  const text = name.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return text.replace(/^-+|-+$/g, '') || 'concept';
}
