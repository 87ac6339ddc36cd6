import { describe, expect, it } from 'vitest';
import { mentionSentences, sentenceRanges } from '../../../electron/engine/library/sentences.ts';
import type { Paper } from '../../../shared/paper.ts';

function sentences(text: string): string[] {
  return sentenceRanges(text).map(({ start, end }) => text.slice(start, end));
}

const PAPER: Paper = {
  id: 'p',
  title: 'Low-rank adaptation',
  abstract: 'We study LoRA. LoRA is small; LoRA is quick. Nothing else matters.',
  year: null,
  authors: [],
  venue: null,
  doi: null,
  arxiv: null,
  url: null,
  citations: null, keywords: ['adapters', 'LoRA'],
  source: { file: 'x', line: 1, format: 'text' },
};

describe('sentences', () => {
  it('ends a sentence at a full stop, a question and an exclamation mark', () => {
    expect(sentences('We prune. Why? It works!')).toEqual(['We prune.', 'Why?', 'It works!']);
  });

  it('does not end a sentence at e.g., i.e., Fig., “et al. (2020)” or a decimal', () => {
    for (const text of ['We use e.g. Adam here.', 'As in Fig. 3 we see it.', 'Hu et al. (2021) show 3.5 times less.', 'One loss, i.e. Huber’s.']) {
      expect(sentences(text)).toEqual([text]);
    }
  });

  it('leaves out the white space between sentences and gives offsets into the text', () => {
    expect(sentenceRanges('  One.\n\n Two.  ')).toEqual([{ start: 2, end: 6 }, { start: 9, end: 13 }]);
  });

  it('gives no sentences for an empty text', () => {
    expect(sentenceRanges('')).toEqual([]);
  });
});

const mention = (field: 'title' | 'abstract' | 'keywords', start: number, end: number) => ({ concept: 'lora', field, start, end });

describe('sentences of mentions', () => {
  it('gives each sentence once, with the first mention’s offsets in it', () => {
    const found = mentionSentences(PAPER, [mention('abstract', 9, 13), mention('abstract', 15, 19), mention('abstract', 30, 34)], 5);
    expect(found.map(({ text, start, end }) => [text, text.slice(start, end)])).toEqual([
      ['We study LoRA.', 'LoRA'],
      ['LoRA is small; LoRA is quick.', 'LoRA'],
    ]);
  });

  it('takes a title and the list of keywords as one sentence', () => {
    const found = mentionSentences(PAPER, [mention('title', 0, 19), mention('keywords', 10, 14)], 5);
    expect(found.map(({ text }) => text)).toEqual(['Low-rank adaptation', 'adapters; LoRA']);
    expect(found.map(({ text, start, end }) => text.slice(start, end))).toEqual(['Low-rank adaptation', 'LoRA']);
  });

  it('gives no more than asked for', () => {
    expect(mentionSentences(PAPER, [mention('abstract', 9, 13), mention('abstract', 15, 19)], 1)).toHaveLength(1);
  });
});
