import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useLibrary } from '../../../renderer/state/library-store.ts';
import { dropDraft, endSearch, keepSearch, searchFor, useSearch } from '../../../renderer/state/search-store.ts';
import { setFilters, useView } from '../../../renderer/state/view-store.ts';
import type { SearchReply } from '../../../shared/answers.ts';
import { NO_FILTERS } from '../../../shared/filters.ts';
import { sampleLibrary } from '../../support/sample-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

/** What the stand-in for the engine was asked, each with what answers it. */
const asked: { text: string; answer: (reply: unknown) => void }[] = [];
const call = (_command: string, { text }: { text: string }) => new Promise((answer) => { asked.push({ text, answer }); });
vi.stubGlobal('window', { atlas: { call } });

const found = (...papers: string[]): { ok: true; value: SearchReply } => ({
  ok: true,
  value: { papers: papers.map((id) => ({ id, field: 'title', excerpt: id, marks: [] })), concepts: [], matches: papers, corrected: null },
});
const shown = () => useSearch.getState().result?.papers.map(({ id }) => id) ?? null;

/** Answers the oldest open question; gives its text. */
async function answerNext(reply: unknown): Promise<string> {
  const question = asked.shift();
  question?.answer(reply);
  await new Promise((later) => { setTimeout(later, 0); });
  return question?.text ?? '';
}

describe('search as one types', () => {
  beforeEach(() => {
    useLibrary.setState({ kind: 'open', state: { ...sampleLibrary(10).state, map: tinyMap() }, loads: 1 }, true);
    useView.setState({ filters: NO_FILTERS });
  });
  afterEach(async () => {
    while (asked.length > 0) await answerNext(found());
    endSearch();
  });

  test('asks the engine one question at a time, and of the letters typed meanwhile only the last', async () => {
    for (const text of ['p', 'pr', 'pru']) searchFor(text);
    expect(asked.map(({ text }) => text)).toEqual(['p']);
    expect(await answerNext(found('p1'))).toBe('p');
    expect(shown()).toBeNull();
    expect(asked.map(({ text }) => text)).toEqual(['pru']);
    await answerNext(found('p3'));
    expect(shown()).toEqual(['p3']);
  });

  test('drops an answer that comes after the search has ended', async () => {
    searchFor('pruning');
    endSearch();
    await answerNext(found('p3'));
    expect(shown()).toBeNull();
  });

  test('keeps what was found until the next letters are answered', async () => {
    searchFor('pruning');
    await answerNext(found('p3'));
    searchFor('pruning w');
    expect(shown()).toEqual(['p3']);
    await answerNext(found('p4'));
    expect(shown()).toEqual(['p4']);
  });

  test('answers by itself where the engine fails', async () => {
    searchFor('pruning');
    await answerNext({ ok: false, failure: { code: 'internal', message: 'It failed.', details: {} } });
    await vi.waitFor(() => expect(shown()).toEqual(['p3', 'p4']));
  });

  test('a search that is kept is a filter, and comes back when others were typed and dropped', async () => {
    searchFor(' pruning ');
    keepSearch();
    expect(useView.getState().filters.search).toBe('pruning');
    searchFor('lora');
    dropDraft();
    expect(useSearch.getState().query).toBe('pruning');
    setFilters({ search: '' });
    dropDraft();
    expect(useSearch.getState()).toEqual({ query: '', result: null });
  });
});
