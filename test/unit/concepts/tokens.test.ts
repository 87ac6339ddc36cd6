import { describe, expect, test } from 'vitest';
import { readTexts } from '../../../electron/engine/concepts/read-texts.ts';
import { GAP, tokeniseText } from '../../../electron/engine/concepts/tokens.ts';
import { Vocabulary } from '../../../electron/engine/concepts/vocabulary.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { sharedPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { paper } from './papers.ts';

function wordsOf(text: string): string[] {
  const vocabulary = new Vocabulary();
  const table = tokeniseText(text, vocabulary);
  for (const [at, word] of table.word.entries()) expect(text.slice(table.start[at], table.end[at])).toBe(vocabulary.words[word]);
  return Array.from(table.word, (word) => vocabulary.words[word] as string);
}

describe('words', () => {
  test('hyphenated words come in parts, each at its place in the text', () => expect(wordsOf('state-of-the-art fine‑tuning')).toEqual(['state', 'of', 'the', 'art', 'fine', 'tuning']));
  test('addresses, formulas and LaTeX commands give no words', () => expect(wordsOf('see https://a.b/c?d=e and $O(n^2 \\log n)$ or \\textbf{bold}, me@here.org')).toEqual(['see', 'and', 'or', 'bold']));
  test('decimal numbers, possessives, C++ and letters with dots stay whole', () => expect(wordsOf("Newton's 3.5 C++ e.g. R&D 10,000")).toEqual(["Newton's", '3.5', 'C++', 'e.g', 'R&D', '10,000']));
  test('words of other scripts and with accents are words', () => expect(wordsOf('Schrödinger Теорема 深層学習')).toEqual(['Schrödinger', 'Теорема', '深層', '学習']));
  test('an absurdly long run of letters is dropped', () => expect(wordsOf(`a ${'x'.repeat(500)} b`)).toEqual(['a', 'b']));

  test('a sentence, a comma, a space and a hyphen separate by degrees', () => {
    const { gap } = tokeniseText('One. Two, three four-five', new Vocabulary());
    expect([...gap]).toEqual([GAP.sentence, GAP.sentence, GAP.pause, GAP.space, GAP.hyphen]);
  });

  test('a title in capitals is read as lower case, an acronym among words is not', () => {
    const { vocabulary } = readTexts([paper('DEEP LEARNING FOR PROTEIN FOLDING', 'The BERT model.')], UNWATCHED, sharedPool);
    expect(vocabulary.words).toEqual(['deep', 'learning', 'for', 'protein', 'folding', 'The', 'BERT', 'model']);
  });
});
