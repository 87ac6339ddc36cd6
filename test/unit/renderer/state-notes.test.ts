import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReviewItem } from '../../../shared/answers.ts';
import type { Annotation, NamedList } from '../../../shared/library-state.ts';
import { tagChanges } from '../../../renderer/state/annotate-actions.ts';
import { annotationOf, areStarred, starredPapers, tagsInUse } from '../../../renderer/state/annotations.ts';
import { papersMoved, shortened } from '../../../renderer/state/correction-words.ts';
import { listedPapers, papersOfSelection, shownLists, suggestedListName } from '../../../renderer/state/list-words.ts';
import { previewConcepts } from '../../../renderer/state/merge-preview.ts';
import { noteDraft } from '../../../renderer/state/note-drafts.ts';
import { fileName } from '../../../renderer/state/paper-export.ts';
import { findOptions } from '../../../renderer/state/picker-search.ts';
import { inKeptOrder, neighbourOf } from '../../../renderer/state/review-store.ts';
import { likelihoodInWords } from '../../../renderer/state/words.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const list = (id: string, starred = false): NamedList => ({ id, name: `List ${id}`, note: '', starred, papers: [] });

describe('stars and tags', () => {
  const annotations: Annotation[] = [
    { target: { kind: 'paper', id: 'a' }, starred: true, tags: ['later', 'Key'], note: '' },
    { target: { kind: 'topic', id: 'a' }, starred: true, tags: ['later'], note: 'x' },
    { target: { kind: 'paper', id: 'b' }, starred: false, tags: [], note: 'y' },
  ];

  test('what was never noted on has no star, no tags and an empty note', () => {
    expect(annotationOf(annotations, { kind: 'paper', id: 'c' })).toEqual({ target: { kind: 'paper', id: 'c' }, starred: false, tags: [], note: '' });
  });

  test('a paper and a topic of the same id are told apart', () => {
    expect(annotationOf(annotations, { kind: 'topic', id: 'a' }).note).toBe('x');
    expect(starredPapers(annotations)).toEqual(['a']);
  });

  test('several count as starred only when all are', () => {
    expect(areStarred(annotations, [{ kind: 'paper', id: 'a' }])).toBe(true);
    expect(areStarred(annotations, [{ kind: 'paper', id: 'a' }, { kind: 'paper', id: 'b' }])).toBe(false);
    expect(areStarred(annotations, [])).toBe(false);
  });

  test('tags in use are each named once, sorted', () => {
    expect(tagsInUse(annotations)).toEqual(['Key', 'later']);
  });

  test('tags are added and removed by what they say, not by their case or spaces', () => {
    expect(tagChanges(['Later', 'key'], ['later', ' new ', 'New', ''])).toEqual({ added: ['new'], removed: ['key'] });
    expect(tagChanges(['a'], ['a'])).toEqual({ added: [], removed: [] });
  });
});

describe('a note that keeps itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is kept once, a moment after the last key', async () => {
    const kept: string[] = [];
    const told: string[] = [];
    const draft = noteDraft(async (text) => kept.push(text) > 0, (state) => told.push(state), 600);
    draft.write('o');
    await vi.advanceTimersByTimeAsync(599);
    draft.write('on');
    await vi.advanceTimersByTimeAsync(599);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept).toEqual(['on']);
    expect(told).toEqual(['writing', 'writing', 'saved']);
  });

  test('is kept at once when it is left, and not again', async () => {
    const kept: string[] = [];
    const draft = noteDraft(async (text) => kept.push(text) > 0, () => undefined, 600);
    draft.write('gone');
    draft.flush();
    draft.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toEqual(['gone']);
  });

  test('says so when it could not be kept', async () => {
    const told: string[] = [];
    const draft = noteDraft(async () => false, (state) => told.push(state), 600);
    draft.write('x');
    await vi.advanceTimersByTimeAsync(600);
    expect(told).toEqual(['writing', 'failed']);
  });
});

describe('lists', () => {
  test('starred ones come first, the others as they were made', () => {
    expect(shownLists([list('1'), list('2', true), list('3'), list('4', true)]).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
  });

  test('a list of a topic is called like it, any other has a number that is free', () => {
    const map = tinyMap();
    const [topic] = map.topics;
    expect(suggestedListName(map, { kind: 'topic', id: topic?.id ?? '' }, [])).toBe(topic?.label);
    expect(suggestedListName(map, null, [list('1'), { ...list('2'), name: 'List 3' }])).toBe('List 4');
  });

  test('a selection stands for the papers in it', () => {
    const map = tinyMap();
    const [first, second] = map.papers;
    const topic = map.topics[0]?.id ?? '';
    expect(papersOfSelection(map, { kind: 'link', source: first?.id ?? '', target: second?.id ?? '' })).toEqual([first?.id, second?.id]);
    expect(papersOfSelection(map, { kind: 'topic', id: topic }).sort()).toEqual(map.papers.filter((paper) => paper.topic === topic).map(({ id }) => id).sort());
    expect(papersOfSelection(map, null)).toEqual([]);
  });

  test('papers are as they were added, by title, or the newest first; those that are gone are left out', () => {
    const map = tinyMap();
    const dated = { ...map, papers: map.papers.map((paper) => ({ ...paper, year: paper.id === 'p4' ? 2025 : 2024 })) };
    const ids = ['p4', 'gone', 'p1', 'p2'];
    expect(listedPapers(dated, ids, 'added')).toEqual(['p4', 'p1', 'p2']);
    expect(listedPapers(dated, ids, 'title')).toEqual(['p2', 'p1', 'p4']);
    expect(listedPapers(dated, ids, 'newest')).toEqual(['p4', 'p2', 'p1']);
  });

  test('a file is called like its list, without signs that a file system refuses', () => {
    expect(fileName('To read: A/B "soon"?')).toBe('To read A B soon');
    expect(fileName('  ..?  ')).toBe('papers');
  });
});

describe('picking by typing', () => {
  const options = [
    { id: 'net', label: 'neural network' },
    { id: 'lora', label: 'low-rank adaptation', also: ['LoRA'] },
    { id: 'rank', label: 'rank' },
    { id: 'low', label: 'low-rank structure' },
  ];
  const found = (typed: string) => findOptions(options, typed, 10).map(({ id }) => id);

  test('nothing typed gives all, in the order given', () => {
    expect(found(' ')).toEqual(['net', 'lora', 'rank', 'low']);
  });

  test('the very label comes first, then those that begin so, then those that have the words', () => {
    expect(found('rank')).toEqual(['rank', 'lora', 'low']);
    expect(found('low rank')).toEqual(['lora', 'low']);
    expect(found('net neu')).toEqual(['net']);
  });

  test('another wording finds it too, what has not all words does not', () => {
    expect(found('lora')).toEqual(['lora']);
    expect(found('low network')).toEqual([]);
  });
});

describe('words about corrections', () => {
  test('papers that changed topic are counted, new papers are not', () => {
    const map = tinyMap();
    const [first, ...rest] = map.papers;
    if (!first) throw new Error('The tiny map has papers');
    const after = { ...map, papers: [{ ...first, topic: 'another' }, ...rest, { ...first, id: 'new' }] };
    expect(papersMoved(map, after)).toBe(1);
    expect(papersMoved(null, after)).toBe(0);
  });

  test('a long title is cut at a word', () => {
    expect(shortened('word '.repeat(20).trim())).toBe(`${'word '.repeat(12).trim()}…`);
    expect(shortened('short')).toBe('short');
  });

  test('merged concepts are in each paper once, under all their wordings', () => {
    const preview = previewConcepts(tinyMap(), ['initialization', 'lora'], 'lora');
    expect(preview).toEqual({ papers: 3, shared: 1, wordings: ['weight initialization', 'initialisation', 'low-rank adaptation'] });
  });
});

describe('what there is to decide on', () => {
  const item = (id: string): ReviewItem => ({ id, kind: 'join', concept: { id: 'a', label: 'a', papers: 1 }, other: { id: 'b', label: 'b', papers: 2 }, wording: null, reason: '', likelihood: 0.5, evidence: [] });
  const ids = (items: readonly ReviewItem[]) => items.map(({ id }) => id);

  test('what is listed already keeps its order, what is new has its own place, what is gone goes', () => {
    expect(ids(inKeptOrder([item('1'), item('2'), item('3')], [item('4'), item('3'), item('1')]))).toEqual(['4', '1', '3']);
  });

  test('after a decision the next is reached, after the last the one before', () => {
    const items = [item('1'), item('2')];
    expect(neighbourOf(items, '1')).toBe('2');
    expect(neighbourOf(items, '2')).toBe('1');
    expect(neighbourOf([item('1')], '1')).toBeNull();
  });

  test('likelihoods are said in words', () => {
    expect([0.9, 0.7, 0.4, 0.1].map(likelihoodInWords)).toEqual(['Very likely the same', 'Probably the same', 'Could be the same', 'Probably different']);
  });
});
