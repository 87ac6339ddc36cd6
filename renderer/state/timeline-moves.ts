/** A place in the timeline: row from 0 for all papers, column from 0 for the first years, -1 for the names of the rows. */
export interface TimelinePlace {
  row: number;
  column: number;
}

/** Where a key leads in the timeline, as the ARIA grid pattern has it; null for other keys. The place stays within the rows and columns there are. */
export function timelineMove({ row, column }: TimelinePlace, rows: number, columns: number, press: { key: string; ctrlKey: boolean }): TimelinePlace | null {
  const targets: Record<string, TimelinePlace> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
    Home: { row: press.ctrlKey ? 0 : row, column: 0 },
    End: { row: press.ctrlKey ? rows - 1 : row, column: columns - 1 },
  };
  const target = targets[press.key];
  return target ? { row: Math.min(rows - 1, Math.max(0, target.row)), column: Math.min(columns - 1, Math.max(-1, target.column)) } : null;
}
