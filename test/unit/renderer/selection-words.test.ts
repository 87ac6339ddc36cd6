import { expect, test } from 'vitest';
import { mapIndex } from '../../../renderer/state/map-index.ts';
import { selectionInWords, selectionName } from '../../../renderer/state/selection-words.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const index = mapIndex(tinyMap());

test('what is selected is read out with what tells it from others', () => {
  expect(selectionInWords({ kind: 'paper', id: 'p3' }, index)).toBe('Paper: Pruning without retraining, 2024, topic Pruning · sparsity, 2 related papers');
  expect(selectionInWords({ kind: 'paper', id: 'p5' }, index)).toBe('Paper: Something else entirely, 2024, not in a topic, 0 related papers');
  expect(selectionInWords({ kind: 'concept', id: 'lora' }, index)).toBe('Concept: LoRA, 2 papers');
  expect(selectionInWords({ kind: 'topic', id: 't2' }, index)).toBe('Topic: Pruning · sparsity, 2 papers');
  expect(selectionInWords({ kind: 'papers', ids: ['p1', 'p2', 'p3'] }, index)).toBe('3 papers selected');
  expect(selectionInWords({ kind: 'link', source: 'p3', target: 'p4' }, index)).toBe('Link between Pruning without retraining and Sparse training from scratch');
  expect(selectionInWords({ kind: 'compare', topics: ['t1', 't2'] }, index)).toBe('Topics compared: LoRA · initialization and Pruning · sparsity');
});

test('a menu is named by what it is for', () => {
  expect(selectionName({ kind: 'papers', ids: ['p1', 'p2'] }, index)).toBe('2 papers');
  expect(selectionName({ kind: 'path', from: { kind: 'paper', id: 'p4' }, to: { kind: 'topic', id: 't1' }, choice: 0 }, index)).toBe('Sparse training from scratch – LoRA · initialization');
});
