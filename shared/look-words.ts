import type { ColourKey, ValueColouring } from './encoding.ts';
import type { Colouring, Sizing } from './settings.ts';

/** What colours tell, in words. */
export const COLOURING_WORDS: Record<Colouring, { name: string; unknown: string }> = {
  topic: { name: 'Topic', unknown: '' },
  year: { name: 'Year', unknown: 'No paper has a year' },
  concept: { name: 'Concept', unknown: 'No concepts were found' },
  confidence: { name: 'Confidence', unknown: 'No paper is in a topic' },
  source: { name: 'Source file', unknown: 'The files are not known' },
  degree: { name: 'Links', unknown: 'No papers are linked' },
};

/** What sizes tell, in words. */
export const SIZING_WORDS: Record<Sizing, { name: string; unknown: string }> = {
  links: { name: 'Links', unknown: 'No papers are linked' },
  concepts: { name: 'Concepts', unknown: 'No concepts were found' },
  citations: { name: 'Citations', unknown: 'No paper’s citations are known' },
  same: { name: 'All the same', unknown: '' },
};

/** The papers that a scale of colours says nothing of, in words. */
export const REST_WORDS: Record<ValueColouring, string> = { year: 'Year not known', concept: 'Does not mention it', confidence: 'Not in a topic', degree: 'Not linked' };

/** What stands at both ends of a scale of colours; once where they are the same. */
export function scaleEnds({ colourBy, least, most, lowest, highest }: Extract<ColourKey, { kind: 'values' }>): string[] {
  if (colourBy === 'concept') return ['In passing', 'Mainly about it'];
  const say = (value: number) => (colourBy === 'confidence' ? `${Math.round(value * 100)}%` : String(value));
  return [...new Set([lowest < least ? `${say(least)} or before` : say(least), highest > most ? `${say(most)} or ${colourBy === 'year' ? 'after' : 'more'}` : say(most)])];
}
