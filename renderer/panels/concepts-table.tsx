import { useCallback, useMemo, useState } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { DataGrid } from '../parts/data-grid.tsx';
import { chooseConcepts, useChosenConcepts } from '../state/chosen-concepts.ts';
import { conceptRowInWords, conceptRows, conceptsNamed, type ConceptRow } from '../state/concept-rows.ts';
import { openContextMenu } from '../state/context-menu-store.ts';
import { takesFocus } from '../state/drawer-actions.ts';
import { goTo } from '../state/navigation.ts';
import { sortRows } from '../state/table-columns.ts';
import { inOrder, tableLayout } from '../state/table-layout.ts';
import { sortTable, useTables } from '../state/table-store.ts';
import { useMatches } from '../state/use-matches.ts';
import { setSelection, useSelection, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { ChosenConceptsActions } from './chosen-concepts-actions.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { CONCEPT_COLUMNS } from './concept-columns.tsx';
import { DrawerTools } from './drawer-heading.tsx';
import './papers-table.css';

const ALWAYS = 'label';
const ALL = CONCEPT_COLUMNS.map(({ id }) => id);
const idOf = ({ id }: ConceptRow) => id;

/** The concepts of the papers that search and filters leave, as a table in step with the map. */
export function ConceptsTable({ map }: { map: TopicMap }) {
  const { papers: matches } = useMatches(map);
  const hiddenTopics = useView((state) => state.hiddenTopics);
  const selection = useSelection();
  const chosen = useChosenConcepts(({ ids }) => ids);
  const [text, setText] = useState('');
  const { sorting, hidden, widths, order } = useTables((tables) => tables.concepts);
  const all = useMemo(() => conceptRows(map, matches, hiddenTopics), [map, matches, hiddenTopics]);
  const sorted = useMemo(() => sortRows(all, CONCEPT_COLUMNS, sorting), [all, sorting]);
  const rows = useMemo(() => conceptsNamed(sorted, text), [sorted, text]);
  const available = useMemo(() => inOrder(CONCEPT_COLUMNS, order), [order]);
  const columns = useMemo(() => available.filter(({ id }) => id === ALWAYS || !hidden.includes(id)), [available, hidden]);
  const layout = useMemo(() => tableLayout('concepts', ALL, columns.map(({ id }) => id), widths), [columns, widths]);
  const current = selection?.kind === 'concept' ? selection.id : null;
  const selected = useMemo(() => new Set(chosen.length > 1 ? chosen : current === null ? [] : [current]), [chosen, current]);
  const menuFor = useCallback((id: string, at: { x: number; y: number }) => openContextMenu({ kind: 'concept', id }, at), []);
  const choose = (ids: string[]) => {
    chooseConcepts(ids);
    const [only, second] = ids;
    if (only !== undefined && second === undefined) setSelection({ kind: 'concept', id: only });
  };
  const open = (id: string) => {
    chooseConcepts([id]);
    goTo({ kind: 'concept', id });
  };
  const concepts = rows.length === map.concepts.length ? counted(rows.length, 'concept') : `${rows.length.toLocaleString('en')} of ${counted(map.concepts.length, 'concept')}`;

  return (
    <>
      <DrawerTools count={selected.size > 1 ? `${concepts}, ${selected.size} selected` : concepts}>
        <input type="text" className="text-field drawer-filter" aria-label="Find in the table" placeholder="Find in the table" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <ColumnMenu table="concepts" columns={available.filter(({ id }) => id !== ALWAYS)} />
      </DrawerTools>
      <ChosenConceptsActions />
      <DataGrid
        takesFocus={takesFocus}
        label="Concepts"
        rows={rows}
        columns={columns}
        keyOf={idOf}
        nameOf={conceptRowInWords}
        sorting={sorting}
        onSort={(column) => sortTable('concepts', column)}
        selected={selected}
        revealed={current}
        onOpen={open}
        onChoose={choose}
        onMenu={menuFor}
        layout={layout}
        empty={text === '' ? 'No concept is in the papers that the filters leave.' : `No concept is called “${text}”. Try fewer letters.`}
      />
    </>
  );
}
