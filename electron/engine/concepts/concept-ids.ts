import { compareText } from '../../../shared/text.ts';

/**
 * An id for each concept from the normal words of its name: "^lora" → "lora", "low rank adaptation" → "low-rank-adaptation".
 * Where two names give the same id, the later ones by name get a number, so that ids never depend on the order of records.
 */
export function conceptIds(names: readonly string[]): string[] {
  const ids = names.map(slug);
  const taken = new Set<string>();
  for (const place of rivals(ids).sort((a, b) => compareText(names[a] as string, names[b] as string))) {
    const wanted = ids[place] as string;
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
    taken.add(id);
    ids[place] = id;
  }
  return ids;
}

/** The places of ids that are wanted more than once, and of those that look like one of them with a number. */
function rivals(ids: readonly string[]): number[] {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (met.has(id)) repeated.add(id);
    met.add(id);
  }
  const isRival = (id: string): boolean => repeated.has(id) || (/-\d+$/.test(id) && isRival(id.replace(/-\d+$/, '')));
  return ids.flatMap((id, place) => (isRival(id) ? [place] : []));
}

const PLAIN_NAME = /^\^?[a-z\d]+(?: [a-z\d]+)*$/;

function slug(name: string): string {
  if (PLAIN_NAME.test(name)) return (name.startsWith('^') ? name.slice(1) : name).replaceAll(' ', '-');
  const text = name.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return text.replace(/^-+|-+$/g, '') || 'concept';
}
