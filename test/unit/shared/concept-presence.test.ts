import { expect, test } from 'vitest';
import { byPresence, conceptPresence } from '../../../shared/concept-presence.ts';
import { tinyMap } from '../../support/tiny-map.ts';

test('a concept is present by its weights in the papers, and none where no paper has it', () => {
  const map = tinyMap();
  map.concepts.push({ id: 'unused', label: 'unused', aliases: [], papers: 0, topic: null, x: 0, y: 0 });
  expect(Object.fromEntries(conceptPresence(map))).toEqual({ initialization: 1.5, lora: 2, pruning: 2, unused: 0 });
});

test('what some papers are about comes before a plain word of many, and equals go by papers, then id', () => {
  const map = tinyMap();
  map.concepts.push({ id: 'struggle', label: 'struggle', aliases: [], papers: 5, topic: null, x: 0, y: 0 });
  for (const paper of map.papers) paper.concepts.push({ id: 'struggle', weight: 0.05 });
  expect(map.concepts.toSorted(byPresence(map)).map(({ id }) => id)).toEqual(['lora', 'pruning', 'initialization', 'struggle']);
});
