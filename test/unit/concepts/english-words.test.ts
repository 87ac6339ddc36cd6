import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../../../electron/engine/assets.ts';
import { ENGLISH_WORDS, tagWords } from '../../../electron/engine/concepts/english-words.ts';
import { makeEnglishWords } from '../../support/english-words.ts';

describe('the English lexicon', () => {
  it('is what wink-nlp says of each of its words', () => {
    expect(readFileSync(assetPath(ENGLISH_WORDS), 'utf8')).toBe(makeEnglishWords());
  });

  it('gives words of the lexicon their part of speech, and knows them', () => {
    const { tags, known } = tagWords(['network', 'converge', 'deep', 'of', 'the', '3rd', "doesn't"]);
    expect(tags).toEqual(['NOUN', 'VERB', 'ADJ', 'ADP', 'DET', 'ADJ', 'AUX']);
    expect([...known]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('takes words that it does not know by their endings', () => {
    const { tags, known } = tagWords(['autoencoder', 'hypernetworking', 'multigranularly', 'transformerless', 'zzqx']);
    expect(tags).toEqual(['NOUN', 'VERB', 'ADV', 'ADJ', 'NOUN']);
    expect([...known]).toEqual([0, 0, 0, 0, 0]);
  });

  it('goes by the first part of words with other signs in them', () => {
    const { tags, known } = tagWords(["model's", 'x_i', '3d', '1,234', 'gpt4', 'verdú', 'α_i']);
    expect(tags).toEqual(['NOUN', 'NOUN', 'NUM', 'NUM', 'PROPN', 'PROPN', 'X']);
    expect([...known]).toEqual([1, 0, 1, 0, 0, 0, 0]);
  });
});
