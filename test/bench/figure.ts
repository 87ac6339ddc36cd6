/** How far a figure may fall behind the kept one before the bench fails. */
export type Tolerance =
  /** By this much, in the figure's unit. */
  | { by: number }
  /** To this many times the kept figure. */
  | { times: number }
  /** To this many times the kept figure, after both are divided by the time of the run's baseline. */
  | { timesBaseline: number }
  /** The figure is only shown. */
  | 'shown';

/** What one figure of the bench means. */
export interface Figure {
  /** Its key in the kept figures; says what was measured on what. */
  name: string;
  decimals: number;
  /** `neither` for what only describes. */
  better: 'higher' | 'lower' | 'neither';
  tolerance: Tolerance;
  /** What it is to reach. */
  target?: number;
  /** The best that others reach, with their name. */
  others?: string;
}

/** A figure as measured. */
export interface Measured {
  figure: Figure;
  value: number;
}

/** A figure as kept in figures.json; `baseline` only where the tolerance is by the baseline's time. */
export interface Kept {
  value: number;
  /** Papers a second that the run's baseline did. */
  baseline?: number;
}

export type KeptFigures = Record<string, Kept>;

export type Verdict = 'better' | 'same' | 'other' | 'worse' | 'LOSS' | 'new';

/**
 * What a measured figure is beside the kept one: `LOSS` beyond its tolerance, else better, same (as printed), worse, or other where neither is.
 * `baseline` is papers a second of this run's baseline.
 */
export function judge({ figure, value }: Measured, kept: Kept | undefined, baseline: number): Verdict {
  if (!kept) return 'new';
  if (isLoss(figure, value, kept, baseline)) return 'LOSS';
  const difference = Number(value.toFixed(figure.decimals)) - Number(kept.value.toFixed(figure.decimals));
  if (difference === 0) return 'same';
  if (figure.better === 'neither') return 'other';
  return difference > 0 === (figure.better === 'higher') ? 'better' : 'worse';
}

function isLoss({ tolerance, better }: Figure, value: number, kept: Kept, baseline: number): boolean {
  if (tolerance === 'shown') return false;
  if ('by' in tolerance) return (better === 'higher' ? kept.value - value : value - kept.value) > tolerance.by + 1e-9;
  const scale = 'timesBaseline' in tolerance ? baseline / (kept.baseline ?? baseline) : 1;
  const allowed = 'timesBaseline' in tolerance ? tolerance.timesBaseline : tolerance.times;
  return better === 'higher' ? value * allowed < kept.value * scale : value * scale > kept.value * allowed;
}

/** The kept figures with those just measured put in; the others stay. Names are sorted, values rounded as they are printed. */
export function keepFigures(kept: KeptFigures, measured: readonly Measured[], baseline: number): KeptFigures {
  const all: KeptFigures = { ...kept };
  for (const { figure, value } of measured) {
    const byBaseline = typeof figure.tolerance === 'object' && 'timesBaseline' in figure.tolerance;
    all[figure.name] = { value: Number(value.toFixed(figure.decimals)), ...(byBaseline ? { baseline: Math.round(baseline) } : {}) };
  }
  return Object.fromEntries(Object.keys(all).sort().map((name) => [name, all[name] as Kept]));
}

const TO_THE_RIGHT = [false, true, true, false, true, false, false];

/** Columns of text, numbers to the right. A row of one cell is a title, which takes no part in the widths. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = TO_THE_RIGHT.map((_, column) => Math.max(...rows.map((row) => (row.length === 1 ? 0 : (row[column]?.length ?? 0)))));
  const padded = (cell: string, column: number) => (TO_THE_RIGHT[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0));
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}

export const FIGURE_HEADING = ['', 'now', 'kept', '', 'to reach', '', 'best of others'];

/** The row that shows a measured figure beside the kept one, its target and what others reach; columns as in FIGURE_HEADING. */
export function figureRow({ figure, value }: Measured, kept: Kept | undefined, baseline: number): string[] {
  const shown = (number: number | undefined) => (number === undefined ? '' : number.toFixed(figure.decimals));
  return [figure.name, shown(value), shown(kept?.value), judge({ figure, value }, kept, baseline), shown(figure.target), reaches(figure, value), figure.others ?? ''];
}

function reaches({ target, better }: Figure, value: number): string {
  if (target === undefined) return '';
  return (better === 'higher' ? value >= target : value <= target) ? 'reached' : 'missed';
}
