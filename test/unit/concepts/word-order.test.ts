import { describe, expect, it } from 'vitest';
import { orderByWords } from '../../../electron/engine/concepts/word-order.ts';
import { compareText } from '../../../shared/text.ts';

const texts = ['low-rank-adaptation', 'lower', 'low', 'low-rank', 'lowe-x', 'λ-calculus', 'low', 'zebra', '3d', '𝛼-stable', 'x', 'λ', 'low-rank-adaptation'];

describe('texts ordered by their words', () => {
  it('stand as if they were compared unit by unit, equal ones in the order given', () => {
    const compared = texts.map((_, place) => place).sort((a, b) => compareText(texts[a] as string, texts[b] as string) || a - b);
    expect([...orderByWords(texts, '-')]).toEqual(compared);
  });

  it('are none where there are none', () => {
    expect(orderByWords([], '-')).toHaveLength(0);
  });
});
