import { foldTerm } from './mark-terms.ts';

/** Something that can be picked from a list by typing. */
export interface PickerOption {
  id: string;
  label: string;
  /** More words by which it is found: a concept's other wordings. */
  also?: readonly string[];
  /** What stands beside it: "12 papers". */
  about?: string;
  /** Place of its topic's colour in the palette; left out where it has none. */
  colour?: number | null;
  /** What it is, where a list has several kinds. */
  kind?: 'paper' | 'topic';
}

/** Options each of whose wordings begin, word by word, with all that was typed; labels that begin with it first, else in the order given. */
export function findOptions<Option extends PickerOption>(options: readonly Option[], typed: string, most: number): Option[] {
  const words = foldTerm(typed).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return options.slice(0, most);
  const start = words.join(' ');
  const ranked: Option[][] = [[], [], [], []];
  for (const option of options) ranked[rankOf(option, words, start)]?.push(option);
  return ranked.flat().slice(0, most);
}

/** 0 for the very label, 1 where it begins so, 2 where it has the words, 3 where another wording has; 4, and so no place, otherwise. */
function rankOf({ label, also = [] }: PickerOption, words: readonly string[], start: string): number {
  const parts = partsOf(label);
  const whole = parts.join(' ');
  if (whole === start) return 0;
  if (whole.startsWith(start)) return 1;
  if (hasWords(parts, words)) return 2;
  return also.some((wording) => hasWords(partsOf(wording), words)) ? 3 : 4;
}

function hasWords(parts: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

function partsOf(text: string): string[] {
  return foldTerm(text).split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}
