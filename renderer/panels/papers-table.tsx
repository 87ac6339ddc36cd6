import { useCallback, useMemo } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { DataGrid } from '../parts/data-grid.tsx';
import { openContextMenu } from '../state/context-menu-store.ts';
import { takesFocus } from '../state/drawer-actions.ts';
import { useFacts } from '../state/facts-store.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { goTo } from '../state/navigation.ts';
import { paperRowInWords, paperRows, shownPapers, type PaperRow } from '../state/paper-rows.ts';
import { selectedPapers, selectMany } from '../state/select-many.ts';
import { sortRows } from '../state/table-columns.ts';
import { inOrder, tableLayout } from '../state/table-layout.ts';
import { sortTable, useTables } from '../state/table-store.ts';
import { useMatches } from '../state/use-matches.ts';
import { clearFilters, selected as selectedNow, showAllTopics, useSelection, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { ColumnMenu } from './column-menu.tsx';
import { DrawerTools } from './drawer-heading.tsx';
import { ExportPapersMenu } from './export-papers-menu.tsx';
import { PAPER_COLUMNS, tellingColumns } from './paper-columns.tsx';
import './papers-table.css';

const ALWAYS = 'title';
const ALL = PAPER_COLUMNS.map(({ id }) => id);
const idOf = ({ id }: PaperRow) => id;

/** The papers that search and filters leave, as a table in step with the map. */
export function PapersTable({ map }: { map: TopicMap }) {
  const facts = useFacts(map, true);
  const annotations = useOpenLibrary()?.annotations;
  const { papers: matches } = useMatches(map);
  const hiddenTopics = useView((state) => state.hiddenTopics);
  const selection = useSelection();
  const { sorting, hidden, widths, order } = useTables((tables) => tables.papers);
  const all = useMemo(() => paperRows(map, facts, annotations ?? []), [map, facts, annotations]);
  const available = useMemo(() => inOrder(tellingColumns(all), order), [all, order]);
  const columns = useMemo(() => available.filter(({ id }) => id === ALWAYS || !hidden.includes(id)), [available, hidden]);
  const sorted = useMemo(() => sortRows(all, PAPER_COLUMNS, sorting), [all, sorting]);
  const rows = useMemo(() => shownPapers(sorted, matches, hiddenTopics), [sorted, matches, hiddenTopics]);
  const chosen = useMemo(() => selectedPapers(selection), [selection]);
  const selected = useMemo(() => new Set(chosen), [chosen]);
  const shownIds = useMemo(() => rows.map(idOf), [rows]);
  const layout = useMemo(() => tableLayout('papers', ALL, columns.map(({ id }) => id), widths), [columns, widths]);
  const menuFor = useCallback((id: string, at: { x: number; y: number }) => openContextMenu(menuSelection(id), at), []);

  return (
    <>
      <DrawerTools count={countInWords(rows.length, map.papers.length, selected.size)}>
        <ColumnMenu table="papers" columns={available.filter(({ id }) => id !== ALWAYS)} />
        <ExportPapersMenu shown={shownIds} selected={chosen} />
      </DrawerTools>
      <DataGrid
        takesFocus={takesFocus}
        label="Papers"
        rows={rows}
        columns={columns}
        keyOf={idOf}
        nameOf={paperRowInWords}
        sorting={sorting}
        onSort={(column) => sortTable('papers', column)}
        selected={selected}
        revealed={selection?.kind === 'paper' ? selection.id : null}
        onOpen={(id) => goTo({ kind: 'paper', id })}
        onChoose={(ids) => selectMany(ids, 'replace')}
        onMenu={menuFor}
        layout={layout}
        empty={<NoPapers />}
      />
    </>
  );
}

/** The menu of a row that is among several selected is for all of them. */
function menuSelection(id: string) {
  const now = selectedNow();
  return now?.kind === 'papers' && now.ids.includes(id) ? now : { kind: 'paper' as const, id };
}

function countInWords(shown: number, all: number, selected: number): string {
  const papers = shown === all ? counted(all, 'paper') : `${shown.toLocaleString('en')} of ${counted(all, 'paper')}`;
  return selected > 1 ? `${papers}, ${selected.toLocaleString('en')} selected` : papers;
}

function NoPapers() {
  const showAll = () => {
    clearFilters();
    showAllTopics();
  };
  return (
    <>
      No paper meets all filters. <button type="button" className="link-button" onClick={showAll}>Show all papers</button>
    </>
  );
}
