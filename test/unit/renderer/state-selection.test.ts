import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_VIEW_STATE, type Selection } from '../../../shared/settings.ts';
import { canGoBack, canGoForward, currentSelection, forgetMissing, jump, replaceCurrent, sameSelection, startHistory, step, visit } from '../../../renderer/state/selection-history.ts';
import { adaptView, restoreView, selected, setSelection, setView, showAllTopics, stepHistory, toggleTopic, useView, viewState } from '../../../renderer/state/view-store.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const paper = (id: string): Selection => ({ kind: 'paper', id });
const link = (source: string, target: string): Selection => ({ kind: 'link', source, target });

describe('the history of selections', () => {
  test('goes back and forward over what was selected, and no further', () => {
    const history = [paper('p1'), link('p1', 'p2'), paper('p2')].reduce(visit, startHistory(null));
    const back = step(step(history, -1), -1);
    expect(currentSelection(back)).toEqual(paper('p1'));
    expect(currentSelection(step(back, 1))).toEqual(link('p1', 'p2'));
    expect(canGoForward(history)).toBe(false);
    expect(step(history, 1)).toBe(history);
    expect(canGoBack(startHistory(null))).toBe(false);
  });

  test('keeps what lay ahead when something else is selected, and Back leads where one came from', () => {
    const history = visit(step([paper('p1'), paper('p2')].reduce(visit, startHistory(null)), -1), paper('p3'));
    expect(history.entries).toEqual([null, paper('p2'), paper('p1'), paper('p3')]);
    expect(currentSelection(step(history, -1))).toEqual(paper('p1'));
    expect(canGoForward(history)).toBe(false);
  });

  test('leaves no repeats and no gaps where it puts what lay ahead', () => {
    const there = [paper('p1'), paper('p2'), paper('p1'), null].reduce(visit, startHistory(null));
    expect(visit(step(step(there, -1), -1), paper('p3')).entries).toEqual([null, paper('p1'), paper('p2'), paper('p3')]);
  });

  test('jumps to any of its entries and loses none', () => {
    const history = [paper('p1'), paper('p2')].reduce(visit, startHistory(null));
    expect(jump(history, 1)).toEqual({ entries: history.entries, index: 1 });
    expect(jump(history, 3)).toBe(history);
  });

  test('another choice takes the place of the current one', () => {
    const history = step([paper('p1'), paper('p2')].reduce(visit, startHistory(null)), -1);
    expect(replaceCurrent(history, paper('p3'))).toEqual({ entries: [null, paper('p3'), paper('p2')], index: 1 });
  });

  test('does not note the same selection twice, nor a link from its other end', () => {
    const history = visit(startHistory(link('p1', 'p2')), link('p2', 'p1'));
    expect(history.entries).toHaveLength(1);
    expect(sameSelection(paper('x'), { kind: 'concept', id: 'x' })).toBe(false);
  });

  test('keeps the last hundred', () => {
    const history = Array.from({ length: 250 }, (_, at) => paper(String(at))).reduce<ReturnType<typeof startHistory>>(visit, startHistory(null));
    expect(history.entries).toHaveLength(100);
    expect(currentSelection(history)).toEqual(paper('249'));
  });

  test('drops what is gone and the repeats that this leaves, standing where it stood', () => {
    const history = step([paper('p1'), paper('gone'), paper('p1'), paper('p2'), paper('p3')].reduce(visit, startHistory(null)), -1);
    const kept = forgetMissing(history, (selection) => selection.kind !== 'paper' || selection.id !== 'gone');
    expect(kept.entries).toEqual([null, paper('p1'), paper('p2'), paper('p3')]);
    expect(currentSelection(kept)).toEqual(paper('p2'));
  });

  test('selects nothing where the current selection is gone', () => {
    const kept = forgetMissing([paper('p1'), paper('gone')].reduce(visit, startHistory(null)), (selection) => selection.kind === 'paper' && selection.id === 'p1');
    expect(currentSelection(kept)).toBeNull();
    expect(kept.entries).toEqual([null, paper('p1'), null]);
  });
});

describe('the view', () => {
  const map = tinyMap();
  beforeEach(() => restoreView(DEFAULT_VIEW_STATE, map));

  test('is restored as the library kept it, without what the map no longer has', () => {
    restoreView({ ...DEFAULT_VIEW_STATE, view: 'both', selection: paper('p3'), hiddenTopics: ['t2', 'gone'], viewport: { zoom: 2, x: 1, y: 3 } }, map);
    expect(viewState()).toMatchObject({ view: 'both', selection: paper('p3'), hiddenTopics: ['t2'], viewport: { zoom: 2, x: 1, y: 3 } });
    restoreView({ ...DEFAULT_VIEW_STATE, selection: paper('gone') }, map);
    expect(selected()).toBeNull();
  });

  test('is saved with what is selected, shown and hidden', () => {
    setSelection(paper('p1'));
    setView('concepts');
    toggleTopic('t1');
    expect(viewState()).toMatchObject({ view: 'concepts', selection: paper('p1'), hiddenTopics: ['t1'], viewport: null });
  });

  test('shows a hidden topic again, and all of them at once', () => {
    toggleTopic('t1');
    toggleTopic('t2');
    toggleTopic('t1');
    expect(useView.getState().hiddenTopics).toEqual(['t2']);
    showAllTopics();
    expect(useView.getState().hiddenTopics).toEqual([]);
  });

  test('lets go of papers and topics that an edit took off the map', () => {
    setSelection(paper('p1'));
    setSelection(paper('p5'));
    toggleTopic('t2');
    adaptView({ ...map, papers: map.papers.filter(({ id }) => id !== 'p5'), topics: map.topics.slice(0, 1) });
    expect(selected()).toBeNull();
    expect(useView.getState().hiddenTopics).toEqual([]);
    stepHistory(-1);
    expect(selected()).toEqual(paper('p1'));
  });
});
