import type { CountedOfPapers, CountSpan, WeightSpan } from '../../shared/filters.ts';
import { asPercent, counted } from './words.ts';

/** What is counted of papers, in words. */
export const COUNTED_WORDS: Record<CountedOfPapers, { name: string; singular: string; plural: string }> = {
  links: { name: 'Links', singular: 'link', plural: 'links' },
  citations: { name: 'Citations', singular: 'citation', plural: 'citations' },
  conceptCount: { name: 'Number of concepts', singular: 'concept', plural: 'concepts' },
};

/** "No links", "3 links", "3 or more links", "up to 5 links", "3 to 5 links". */
export function countSpanInWords({ from, to }: CountSpan, of: CountedOfPapers): string {
  const { singular, plural } = COUNTED_WORDS[of];
  if (to === 0) return `No ${plural}`;
  if (to === null) return `${from.toLocaleString('en')} or more ${plural}`;
  if (from === to) return counted(from, singular, plural);
  return from === 0 ? `Up to ${counted(to, singular, plural)}` : `${from.toLocaleString('en')} to ${counted(to, singular, plural)}`;
}

/** "0.3 to 1": a weight has two digits at most. */
export function weightInWords({ from, to }: Omit<WeightSpan, 'concept'>): string {
  return `${weightNumber(from)} to ${weightNumber(to)}`;
}

/** A weight with two digits at most: "0.35". */
export function weightNumber(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}

/** "from 60%", "up to 50%", "30% to 50%", or "any". */
export function confidenceSpanInWords(from: number, to: number): string {
  if (from === 0) return to === 1 ? 'any' : `up to ${asPercent(to)}`;
  return to === 1 ? `from ${asPercent(from)}` : `${asPercent(from)} to ${asPercent(to)}`;
}

/** "2021", or "2019–2024". */
export function yearsInWords({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}
