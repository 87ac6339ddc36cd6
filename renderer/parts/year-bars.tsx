import { yearsInWords, type YearCounts } from '../state/paper-years.ts';
import { counted } from '../state/words.ts';
import './year-bars.css';

const HEIGHT_PX = 40;
const LEAST_PX = 2;

/** How many papers are of each year, as small bars; the same in a sentence beneath, and each bar's number on it. Nothing where no year is known. */
export function YearBars({ counts }: { counts: YearCounts }) {
  const { years } = counts;
  const words = yearsInWords(counts);
  if (years.length === 0) return null;
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <figure className="years-figure">
      {years.length > 1 && (
        <div className="years-columns" aria-hidden>
          {years.map(({ year, count }) => (
            <span key={year} className="years-column" title={`${year}: ${counted(count, 'paper')}`}>
              <i style={{ height: count === 0 ? 0 : Math.max(LEAST_PX, (count / most) * HEIGHT_PX) }} />
            </span>
          ))}
        </div>
      )}
      <figcaption className="note">{words}</figcaption>
    </figure>
  );
}
