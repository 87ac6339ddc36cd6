import { isAcronymShaped, normalWord, singularAcronym } from '../concepts/normalise.ts';

/**
 * What two labels have in common that a text can't tell apart: case, hyphens, plural and spelling don't count, so that
 * "Neural networks" and "neural-network" are one. Words with capitals inside stay apart from ordinary ones: CLIP is not clip.
 */
export function labelKey(label: string): string {
  const words = label.normalize('NFC').match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’+#*.]*/gu) ?? [];
  if (words.length === 0) return label.trim();
  return words.map((word) => (isAcronymShaped(word) ? `^${singularAcronym(word).toLowerCase()}` : normalWord(word))).join(' ');
}

/** A label without surrounding or doubled spaces. */
export function cleanLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}
