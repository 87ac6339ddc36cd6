import { compareText } from '../../../shared/text.ts';

/**
 * An id for each concept from the normal words of its name: "^lora" → "lora", "low rank adaptation" → "low-rank-adaptation".
 * Where two names give the same id, the later ones by name get a number, so that ids never depend on the order of records.
 */
export function conceptIds(names: readonly string[]): string[] {
  const ids = names.map(slug);
  const order = names.map((_, place) => place).sort((a, b) => compareText(names[a] as string, names[b] as string));
  const taken = new Set<string>();
  for (const place of order) {
    const wanted = ids[place] as string;
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
    taken.add(id);
    ids[place] = id;
  }
  return ids;
}

function slug(name: string): string {
  const text = name.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return text.replace(/^-+|-+$/g, '') || 'concept';
}
