import { useState, type RefObject } from 'react';
import type { GridColumn } from './data-grid.tsx';

/** How wide the columns of a grid are, and how that and their order is changed. */
export interface ColumnLayout {
  /** Widths that the user set, in CSS pixels, by id of the column. */
  widths: Readonly<Record<string, number>>;
  setWidth: (column: string, widthPx: number) => void;
  /** Puts a column at a place among those shown. */
  move: (column: string, place: number) => void;
}

/** What a heading does with its column. */
export interface ColumnHands {
  /** The width that a column has on the page, in CSS pixels. */
  widthOf: (place: number) => number;
  /** Shows a column in a width while it is dragged. */
  preview: (column: string, widthPx: number | null) => void;
  /** Keeps a width. */
  set: (column: string, widthPx: number) => void;
  /** Makes a column as wide as what it shows now. */
  fit: (column: string, place: number) => void;
  move: ColumnLayout['move'];
}

export const LEAST_COLUMN_PX = 44;
export const MOST_COLUMN_PX = 1200;
/** A column is made no wider than this by itself. */
const MOST_FITTED_PX = 640;

/** The columns of a grid as CSS has them, and what headings change them by. While one is dragged only the grid around the rows is drawn anew. */
export function useColumnWidths<Row>(body: RefObject<HTMLDivElement | null>, columns: readonly GridColumn<Row>[], { widths, setWidth, move }: ColumnLayout): { template: string; hands: ColumnHands } {
  const [dragged, setDragged] = useState<{ column: string; widthPx: number } | null>(null);
  const tracks = columns.map(({ id, width }) => {
    const widthPx = dragged?.column === id ? dragged.widthPx : widths[id];
    return widthPx === undefined ? width : `${bounded(widthPx)}px`;
  });
  const cells = (place: number) => [...(body.current?.querySelectorAll<HTMLElement>(`[aria-colindex="${place + 1}"]`) ?? [])];
  const hands: ColumnHands = {
    widthOf: (place) => cells(place)[0]?.getBoundingClientRect().width ?? LEAST_COLUMN_PX,
    preview: (column, widthPx) => setDragged(widthPx === null ? null : { column, widthPx: bounded(widthPx) }),
    set: (column, widthPx) => {
      setDragged(null);
      setWidth(column, bounded(widthPx));
    },
    fit: (column, place) => {
      const { current } = body;
      if (!current) return;
      current.style.setProperty('--columns', tracks.map((track, at) => (at === place ? 'max-content' : track)).join(' '));
      const widest = Math.max(...cells(place).map((cell) => cell.getBoundingClientRect().width));
      current.style.setProperty('--columns', tracks.join(' '));
      setWidth(column, bounded(Math.min(MOST_FITTED_PX, Math.ceil(widest))));
    },
    move,
  };
  return { template: tracks.join(' '), hands };
}

function bounded(widthPx: number): number {
  return Math.min(MOST_COLUMN_PX, Math.max(LEAST_COLUMN_PX, widthPx));
}
