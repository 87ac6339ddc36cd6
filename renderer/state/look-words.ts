import type { Colouring, Sizing } from '../../shared/settings.ts';

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
