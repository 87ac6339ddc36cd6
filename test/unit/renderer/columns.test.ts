import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dropPlace, movedTo, placesInOrder } from '../../../renderer/state/column-order.ts';
import { inOrder } from '../../../renderer/state/table-layout.ts';

describe('the order of columns', () => {
  test('names the user’s first; those that a later version brings follow, those that are gone are left out', () => {
    expect(placesInOrder(['a', 'b', 'c', 'new'], ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b', 'new']);
    expect(inOrder([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ['c'])).toEqual([{ id: 'c' }, { id: 'a' }, { id: 'b' }]);
  });

  test('a column moves among those shown, and hidden ones stay behind the one they were behind', () => {
    const all = ['a', 'b', 'hidden', 'c', 'd'];
    const shown = ['a', 'b', 'c', 'd'];
    expect(movedTo(all, shown, 'd', 1)).toEqual(['a', 'd', 'b', 'hidden', 'c']);
    expect(movedTo(all, shown, 'a', 3)).toEqual(['b', 'hidden', 'c', 'd', 'a']);
    expect(movedTo(all, shown, 'c', 0)).toEqual(['c', 'a', 'b', 'hidden', 'd']);
    expect(movedTo(all, shown, 'b', 99)).toEqual(['a', 'hidden', 'c', 'd', 'b']);
  });

  test('a heading takes another’s place only where the pointer is over it afterwards, so that a wide neighbour does not make it jump back', () => {
    const headings = [{ left: 0, right: 50 }, { left: 50, right: 250 }, { left: 250, right: 300 }];
    expect(dropPlace(headings, 0, 100)).toBe(0);
    expect(dropPlace(headings, 0, 210)).toBe(1);
    expect(dropPlace(headings, 2, 120)).toBe(2);
    expect(dropPlace(headings, 2, 90)).toBe(1);
    expect(dropPlace(headings, 1, 260)).toBe(2);
    expect(dropPlace(headings, 1, 900)).toBe(1);
  });
});

describe('what tables keep on this machine', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.resetModules();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) });
  });
  const store = () => import('../../../renderer/state/table-store.ts');

  test('from before widths and order opens with none, and keeps the sorting', async () => {
    const before = { sorting: { column: 'year', direction: 'descending' }, hidden: ['venue'] };
    kept.set('concept-atlas-tables', JSON.stringify({ papers: before, concepts: before }));
    const { useTables } = await store();
    expect(useTables.getState().papers).toEqual({ ...before, widths: {}, order: [] });
  });

  test('widths and order are kept, and reset without the sorting', async () => {
    const { moveColumn, resetColumns, setColumnWidth, useTables } = await store();
    setColumnWidth('papers', 'title', 301.6);
    moveColumn('papers', ['title', 'year', 'topic'], ['title', 'year', 'topic'], 'topic', 0);
    expect(JSON.parse(kept.get('concept-atlas-tables') ?? '')).toMatchObject({ papers: { widths: { title: 302 }, order: ['topic', 'title', 'year'] }, concepts: { widths: {}, order: [] } });
    moveColumn('papers', ['title', 'year', 'topic'], ['topic', 'title', 'year'], 'year', 0);
    expect(useTables.getState().papers.order).toEqual(['year', 'topic', 'title']);
    resetColumns('papers');
    expect(useTables.getState().papers).toMatchObject({ widths: {}, order: [], sorting: { column: 'title' } });
  });
});
