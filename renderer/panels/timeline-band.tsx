/* oxlint-disable jsx-a11y/prefer-tag-over-role -- one grid serves the bars, the numbers and screen readers */
import { TopicDot, useTopicStyle } from '../parts/topic-dot.tsx';
import type { TimelineRow } from '../state/timeline.ts';
import type { TimelinePlace } from '../state/timeline-moves.ts';
import { counted } from '../state/words.ts';
import type { YearBin } from '../state/year-bins.ts';

interface Props {
  row: TimelineRow;
  /** Place of the row, 0 for all papers. */
  place: number;
  bins: readonly YearBin[];
  /** The number that fills the height. */
  most: number;
  look: 'bars' | 'numbers';
  filtered: { from: number; to: number } | null;
  /** Column of the active cell if that is in this row, -1 for the name. */
  activeColumn: number | null;
  idOf: (place: TimelinePlace) => string;
}

const BAR_WIDTH = 0.8;
/** The least height of a bar that is not nothing, as a part of the row. */
const LEAST = 0.06;

/** One topic over the years, or all papers: its name, a bar or number for each column, what does not match in faint. */
export function TimelineBand({ row, place, bins, most, look, filtered, activeColumn, idOf }: Props) {
  const isAll = row.topic === undefined;
  const style = useTopicStyle(row.position);
  return (
    <div role="row" className={`timeline-row ${isAll ? 'is-all' : ''}`} style={isAll ? undefined : style}>
      <div role="rowheader" id={idOf({ row: place, column: -1 })} data-row={place} data-column={-1} className={`timeline-name ${activeColumn === -1 ? 'is-active' : ''}`} title={row.label}>
        {!isAll && <TopicDot position={row.position} />}
        <span className="timeline-label">{row.label}</span>
        <span className="timeline-total">{row.total.toLocaleString('en')}</span>
      </div>
      <div role="presentation" className="timeline-cells">
        {look === 'bars' && (
          <svg className="timeline-bars" viewBox={`0 0 ${bins.length} 1`} preserveAspectRatio="none" aria-hidden>
            {bins.map(({ from }, column) => <Bar key={from} column={column} all={row.all[column] ?? 0} matching={row.matching[column] ?? 0} most={most} />)}
          </svg>
        )}
        {bins.map(({ from, to, label }, column) => {
          const count = row.matching[column] ?? 0;
          const isOut = filtered !== null && (to < filtered.from || from > filtered.to);
          return (
            <div
              key={from}
              role="gridcell"
              id={idOf({ row: place, column })}
              data-row={place}
              data-column={column}
              aria-label={`${label}: ${counted(count, 'paper')}`}
              className={`timeline-cell ${activeColumn === column ? 'is-active' : ''} ${isOut ? 'is-out' : ''}`}
              style={look === 'numbers' ? { '--heat': `${Math.round((count / most) * 55)}%` } : undefined}
            >
              {look === 'numbers' && count > 0 ? count.toLocaleString('en') : ''}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Bar({ column, all, matching, most }: { column: number; all: number; matching: number; most: number }) {
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, count / most));
  const x = column + (1 - BAR_WIDTH) / 2;
  return (
    <>
      {all > matching && <rect className="is-rest" x={x} y={1 - height(all)} width={BAR_WIDTH} height={height(all)} />}
      {matching > 0 && <rect x={x} y={1 - height(matching)} width={BAR_WIDTH} height={height(matching)} />}
    </>
  );
}
