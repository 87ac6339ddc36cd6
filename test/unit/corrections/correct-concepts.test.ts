import { describe, expect, it } from 'vitest';
import { referenceTo, type ConceptCorrection } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctedThesaurus } from '../../../electron/engine/corrections/corrected-thesaurus.ts';
import { correctConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import type { ConceptIndex } from '../../../electron/engine/model.ts';
import type { Paper } from '../../../shared/paper.ts';
import { mentionedTexts, valuesByPaper, wordedIndex, type WordedConcept } from '../../support/worded-index.ts';

const TEXTS = {
  p1: ['LoRA for vision', 'We use LoRA and prompt tuning.'],
  p2: ['Low-rank adaptation', 'Low-rank adaptation of LLMs.'],
  p3: ['LoRA and low-rank adaptation', 'Methods for LLMs.'],
  p4: ['Prompt tuning', 'A study of methods.'],
} as const;

const CONCEPTS: WordedConcept[] = [
  { wordings: ['LoRA'], values: { p1: 0.8, p3: 0.4 } },
  { wordings: ['low-rank adaptation'], values: { p2: 0.9, p3: 0.5 }, broader: ['methods'] },
  { wordings: ['prompt tuning'], values: { p1: 0.3, p4: 0.9 } },
  { wordings: ['LLMs'], values: { p2: 0.2, p3: 0.2 } },
  { wordings: ['methods'] },
];

const { index, papers } = wordedIndex(TEXTS, CONCEPTS);
/** The same papers with LoRA and low-rank adaptation as one concept. */
const joined = wordedIndex(TEXTS, [{ wordings: ['low-rank adaptation', 'LoRA'], values: { p1: 0.8, p2: 0.9, p3: 0.7 } }, ...CONCEPTS.slice(2)]);

const referenceIn = (own: ConceptIndex, id: string) => {
  const concept = own.concepts.find((each) => each.id === id);
  if (!concept) throw new Error(`no concept ${id}`);
  return referenceTo(concept);
};
const reference = (id: string) => referenceIn(index, id);
const merge = (into: string, ...ids: string[]): ConceptCorrection => ({ kind: 'merge-concepts', concepts: ids.map(reference), into: reference(into) });
const paperOf = (all: readonly Paper[]) => (row: number) => all[row] ?? null;
const correct = (...corrections: ConceptCorrection[]) => correctConcepts(index, corrections, paperOf(papers));
/** An index without what it was made of. */
const plain = ({ concepts, paperConcepts, mentions }: ConceptIndex) => ({ concepts, paperConcepts, mentions });
const ids = (own: ConceptIndex) => own.concepts.map(({ id }) => id);
const conceptOf = (own: ConceptIndex, id: string) => own.concepts.find((each) => each.id === id);

describe('merging concepts', () => {
  const merged = correct(merge('low-rank-adaptation', 'lora')).index;

  it('gives one concept with the papers, mentions and wordings of both', () => {
    expect(ids(merged)).toEqual(['llms', 'low-rank-adaptation', 'methods', 'prompt-tuning']);
    expect(conceptOf(merged, 'low-rank-adaptation')).toMatchObject({ label: 'low-rank adaptation', aliases: ['LoRA'], papers: 3, joins: [{ wording: 'LoRA', reason: 'user' }] });
    expect(mentionedTexts(merged, papers)['low-rank-adaptation']).toEqual(['LoRA', 'LoRA', 'Low-rank adaptation', 'Low-rank adaptation', 'LoRA', 'low-rank adaptation']);
  });

  it('adds the values of a paper that has both as independent probabilities: 0.4 and 0.5 are 0.7', () => {
    expect(valuesByPaper(merged, papers)).toMatchObject({ p1: ['low-rank-adaptation 0.80', 'prompt-tuning 0.30'], p2: ['low-rank-adaptation 0.90', 'llms 0.20'], p3: ['low-rank-adaptation 0.70', 'methods 0.50', 'llms 0.20'] });
  });

  it('leaves the index that was found as it is', () => {
    expect(index).toEqual(wordedIndex(TEXTS, CONCEPTS).index);
    expect(correct().index).toBe(index);
  });

  it('hands on what is broader, and never makes a concept broader than itself', () => {
    expect(conceptOf(correct(merge('lora', 'low-rank-adaptation')).index, 'lora')?.broader).toEqual([2]);
    expect(conceptOf(correct(merge('methods', 'low-rank-adaptation')).index, 'methods')?.broader).toEqual([]);
  });

  it('counts a mention within another one of the same concept once', () => {
    const nested = wordedIndex({ p1: ['A large language model', ''] }, [{ wordings: ['language model'] }, { wordings: ['large language model'] }]);
    const [inner, outer] = nested.index.concepts.map(referenceTo);
    if (!inner || !outer) throw new Error('no concepts');
    const after = correctConcepts(nested.index, [{ kind: 'merge-concepts', concepts: [inner], into: outer }], paperOf(nested.papers));
    expect(mentionedTexts(after.index, nested.papers)).toEqual({ 'large-language-model': ['large language model'] });
  });
});

describe('renaming a concept', () => {
  it('keeps its id, and its former name as a wording', () => {
    const { index: renamed, corrected } = correct({ kind: 'rename-concept', concept: reference('llms'), label: 'large language models' });
    expect(conceptOf(renamed, 'llms')).toMatchObject({ label: 'large language models', aliases: ['LLMs'], papers: 2 });
    expect(corrected.map((place) => renamed.concepts[place]?.id)).toEqual(['llms']);
  });
});

describe('splitting a wording off', () => {
  const split = (wording: string, ...before: ConceptCorrection[]) => correctConcepts(joined.index, [...before, { kind: 'split-wording', concept: referenceIn(joined.index, 'low-rank-adaptation'), wording }], paperOf(joined.papers)).index;

  it('gives the mentions that read so to a concept of their own', () => {
    const after = split('LoRA');
    expect(mentionedTexts(after, joined.papers)).toMatchObject({ lora: ['LoRA', 'LoRA', 'LoRA'], 'low-rank-adaptation': ['Low-rank adaptation', 'Low-rank adaptation', 'low-rank adaptation'] });
    expect(conceptOf(after, 'lora')).toMatchObject({ label: 'LoRA', aliases: [], papers: 2 });
    expect(conceptOf(after, 'low-rank-adaptation')).toMatchObject({ aliases: [], joins: [], papers: 2 });
  });

  it('divides the value of a paper that has both by its mentions, so that both merged again have the whole', () => {
    expect(valuesByPaper(split('LoRA'), joined.papers)).toMatchObject({ p1: ['lora 0.80', 'prompt-tuning 0.30'], p2: ['low-rank-adaptation 0.90', 'llms 0.20'], p3: ['methods 0.50', 'lora 0.45', 'low-rank-adaptation 0.45', 'llms 0.20'] });
  });

  it('takes along what differs by case, plural or hyphen only', () => {
    const homonym = wordedIndex({ p1: ['CLs and CL', 'continual learning'] }, [{ wordings: ['continual learning', 'CL', 'CLs'] }]);
    const after = correctConcepts(homonym.index, [{ kind: 'split-wording', concept: referenceIn(homonym.index, 'continual-learning'), wording: 'CL' }], paperOf(homonym.papers)).index;
    expect(mentionedTexts(after, homonym.papers)).toEqual({ cl: ['CLs', 'CL'], 'continual-learning': ['continual learning'] });
  });

  it('of its label leaves it to its other wordings, under the same id', () => {
    expect(conceptOf(split('low-rank adaptation'), 'low-rank-adaptation')).toMatchObject({ label: 'LoRA', papers: 2 });
    expect(conceptOf(split('low-rank adaptation'), 'low-rank-adaptation-2')).toMatchObject({ label: 'low-rank adaptation', papers: 2 });
  });

  it('that it does not have, or that is its only one, does nothing', () => {
    expect(plain(split('adapter'))).toEqual(joined.index);
    expect(plain(correct({ kind: 'split-wording', concept: reference('lora'), wording: 'LoRA' }).index)).toEqual(index);
  });
});

describe('hiding concepts', () => {
  it('takes them out of papers, mentions and what is broader', () => {
    const { index: after, hidden } = correct({ kind: 'hide-concepts', concepts: [reference('methods'), reference('llms')] });
    expect(ids(after)).toEqual(['lora', 'low-rank-adaptation', 'prompt-tuning']);
    expect(valuesByPaper(after, papers)).toEqual({ p1: ['lora 0.80', 'prompt-tuning 0.30'], p2: ['low-rank-adaptation 0.90'], p3: ['low-rank-adaptation 0.50', 'lora 0.40'], p4: ['prompt-tuning 0.90'] });
    expect(Object.keys(mentionedTexts(after, papers))).toEqual(['lora', 'low-rank-adaptation', 'prompt-tuning']);
    expect(after.mentions.concept).toHaveLength(after.mentions.start.length);
    expect(conceptOf(after, 'low-rank-adaptation')?.broader).toEqual([]);
    expect(hidden.map(({ id }) => id)).toEqual(['methods', 'llms']);
  });
});

describe('keeping concepts apart', () => {
  const apart: ConceptCorrection = { kind: 'keep-apart', concepts: [reference('lora'), reference('low-rank-adaptation')] };

  it('changes nothing while they are apart', () => {
    expect(plain(correct(apart).index)).toEqual(index);
  });

  it('splits them again where a thesaurus has joined them', () => {
    const after = correctConcepts(joined.index, [apart], paperOf(joined.papers)).index;
    expect(mentionedTexts(after, joined.papers)).toMatchObject({ lora: ['LoRA', 'LoRA', 'LoRA'], 'low-rank-adaptation': ['Low-rank adaptation', 'Low-rank adaptation', 'low-rank adaptation'] });
  });
});

describe('keeping a wording', () => {
  const kept: ConceptCorrection = { kind: 'keep-wording', concept: referenceIn(joined.index, 'low-rank-adaptation'), wording: 'LoRA' };

  it('changes nothing while the concept has it, but counts as a correction, so that a thesaurus made of them tells it', () => {
    const after = correctConcepts(joined.index, [kept], paperOf(joined.papers));
    expect(plain(after.index)).toEqual(joined.index);
    expect(after.corrected.map((place) => after.index.concepts[place]?.id)).toEqual(['low-rank-adaptation']);
    expect(correctedThesaurus(after).concepts).toEqual([{ id: 'low-rank-adaptation', label: 'low-rank adaptation', aliases: ['LoRA'], ambiguous: [] }]);
  });

  it('joins it again where it has become a concept of its own', () => {
    expect(plain(correct(kept).index)).toEqual(plain(correct(merge('low-rank-adaptation', 'lora')).index));
  });

  it('does nothing where the concept is no more, and gives way to a later split', () => {
    expect(plain(correct({ ...kept, concept: { id: 'x', label: 'something else', aliases: [] } }).index)).toEqual(index);
    const split: ConceptCorrection = { kind: 'split-wording', concept: kept.concept, wording: 'LoRA' };
    expect(ids(correctConcepts(joined.index, [kept, split], paperOf(joined.papers)).index)).toContain('lora');
  });
});

describe('corrections in another index', () => {
  it('find a concept again by its name where it has another id', () => {
    const other = wordedIndex(TEXTS, [{ wordings: ['adaptation of low rank', 'low-rank adaptation'] }, ...CONCEPTS.filter(({ wordings }) => wordings[0] !== 'low-rank adaptation')]);
    const after = correctConcepts(other.index, [merge('low-rank-adaptation', 'lora')], paperOf(other.papers)).index;
    expect(conceptOf(after, 'adaptation-of-low-rank')).toMatchObject({ papers: 3 });
    expect(conceptOf(after, 'lora')).toBeUndefined();
  });

  it('do not take another concept of the same id for theirs', () => {
    const other: ConceptCorrection = { kind: 'hide-concepts', concepts: [{ id: 'lora', label: 'long-range radio', aliases: [] }] };
    expect(plain(correct(other).index)).toEqual(index);
  });

  it('are done one after the other: what was merged can be split, and has its id again', () => {
    const after = correct(merge('low-rank-adaptation', 'lora'), { kind: 'split-wording', concept: reference('low-rank-adaptation'), wording: 'LoRA' }).index;
    expect(valuesByPaper(after, papers)['p1']).toEqual(['lora 0.80', 'prompt-tuning 0.30']);
    expect(ids(after)).toEqual(['llms', 'lora', 'low-rank-adaptation', 'methods', 'prompt-tuning']);
  });

  it('do nothing to what is not there', () => {
    const gone = { id: 'gone', label: 'gone', aliases: [] };
    expect(plain(correct({ kind: 'rename-concept', concept: gone, label: 'x' }, { kind: 'merge-concepts', concepts: [reference('lora')], into: gone }, { kind: 'hide-concepts', concepts: [gone] }, { kind: 'split-wording', concept: gone, wording: 'gone' }).index)).toEqual(index);
  });
});
