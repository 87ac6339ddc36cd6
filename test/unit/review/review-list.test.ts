import { describe, expect, it } from 'vitest';
import { referenceTo, type ConceptCorrection } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import type { Concept, ConceptIndex, Paper } from '../../../electron/engine/model.ts';
import { reviewList } from '../../../electron/engine/review/review-list.ts';
import { wordedIndex, type WordedConcept } from '../../support/worded-index.ts';

/** Papers of two fields: curriculum learning with schedules and teachers, continual learning with replay and forgetting; both write CL. */
const TEXTS = Object.fromEntries([
  ...['a', 'b', 'c'].map((id) => [`p1${id}`, ['Continual learning', 'Continual learning needs replay against forgetting.']] as const),
  ...['d', 'e', 'f'].map((id) => [`p2${id}`, ['On CL', 'Here CL means a schedule that a teacher makes. Answer quality grows.']] as const),
  ...['g', 'h'].map((id) => [`p3${id}`, ['Quality of answers', 'A teacher rates the quality of answers by a schedule.']] as const),
]);
const WORDED: WordedConcept[] = [
  { wordings: ['continual learning', 'CL'] },
  ...['replay', 'forgetting', 'schedule', 'teacher', 'answer quality', 'quality of answers'].map((label) => ({ wordings: [label] })),
];

function withReason(index: ConceptIndex, reason: Concept['joins'][number]['reason']): ConceptIndex {
  return { ...index, concepts: index.concepts.map((concept) => ({ ...concept, joins: concept.joins.map((join) => ({ ...join, reason })) })) };
}

const { index: found, papers } = wordedIndex(TEXTS, WORDED);
const index = withReason(found, 'acronym');
const reference = (id: string) => referenceTo(index.concepts.find((concept) => concept.id === id) ?? { id: '', label: '', aliases: [] });
const paperAt = (row: number): Paper | null => papers[row] ?? null;

function review(...corrections: ConceptCorrection[]) {
  const corrected = correctConcepts(index, corrections, paperAt).index;
  return reviewList({ papers: papers.map(({ id }) => id), index: corrected }, corrections, papers, 10);
}

describe('the list of what the engine is unsure of', () => {
  it('asks about a join left undone, with a sentence of each side', () => {
    const join = review().find(({ kind }) => kind === 'join');
    expect(join).toMatchObject({
      id: 'join answer-quality quality-of-answers',
      concept: { label: 'answer quality', papers: 3 },
      other: { label: 'quality of answers', papers: 2 },
      wording: null,
      reason: 'They are the same words in another order.',
    });
    expect(join?.likelihood).toBeGreaterThan(0.7);
    expect(join?.evidence.map(({ text, start, end }) => text.slice(start, end))).toEqual(['Answer quality', 'quality of answers']);
  });

  it('asks about a join done on weak grounds whose papers are about other things', () => {
    const split = review().find(({ kind }) => kind === 'split');
    expect(split).toMatchObject({
      id: 'split continual-learning CL',
      concept: { label: 'continual learning', papers: 6 },
      other: null,
      wording: 'CL',
      reason: '“CL” was read as short for “continual learning”, but the papers that write it so are about other things.',
    });
    expect(split?.evidence.map(({ paper, text, start, end }) => [paper, text.slice(start, end)])).toEqual([['p2d', 'CL'], ['p1a', 'Continual learning']]);
  });

  it('is surer of a join by a thesaurus than to ask', () => {
    const items = reviewList({ papers: papers.map(({ id }) => id), index: found }, [], papers, 10);
    expect(items.map(({ kind }) => kind)).toEqual(['join']);
  });

  it('asks nothing that was answered: kept apart, split or merged', () => {
    const apart: ConceptCorrection = { kind: 'keep-apart', concepts: [reference('quality-of-answers'), reference('answer-quality')] };
    const split: ConceptCorrection = { kind: 'split-wording', concept: reference('continual-learning'), wording: 'CL' };
    const merge: ConceptCorrection = { kind: 'merge-concepts', concepts: [reference('quality-of-answers')], into: reference('answer-quality') };
    expect(review(apart).map(({ kind }) => kind)).toEqual(['split']);
    expect(review(split).map(({ id }) => id)).toEqual(['join answer-quality quality-of-answers']);
    expect(review(apart, split)).toEqual([]);
    expect(review(merge).map(({ id }) => id)).toEqual(['split continual-learning CL']);
  });

  it('asks no more about a wording that was found right, but still about others of its concept', () => {
    const keep: ConceptCorrection = { kind: 'keep-wording', concept: reference('continual-learning'), wording: 'CL' };
    expect(review(keep).map(({ id }) => id)).toEqual(['join answer-quality quality-of-answers']);
    const renamed: ConceptCorrection = { kind: 'rename-concept', concept: reference('continual-learning'), label: 'lifelong learning' };
    expect(review(keep, renamed).map(({ kind }) => kind)).toEqual(['join']);
    const another: ConceptCorrection = { kind: 'keep-wording', concept: { id: 'x', label: 'curriculum learning', aliases: ['CL'] }, wording: 'CL' };
    expect(review(another).map(({ kind }) => kind).sort()).toEqual(['join', 'split']);
    const otherWording: ConceptCorrection = { kind: 'keep-wording', concept: { id: 'continual-learning', label: 'continual learning', aliases: ['continuous learning', 'CL'] }, wording: 'continuous learning' };
    expect(review(otherWording).map(({ kind }) => kind).sort()).toEqual(['join', 'split']);
  });

  it('is as long as asked for, in the same order every time', () => {
    const all = review();
    expect(reviewList({ papers: papers.map(({ id }) => id), index }, [], papers, 1)).toEqual(all.slice(0, 1));
    expect(review()).toEqual(all);
  });
});
