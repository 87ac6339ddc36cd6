import { useElementSize } from '@mantine/hooks';
import { Hash } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { useFacts } from '../state/facts-store.ts';
import { yearsInWords } from '../state/filter-words.ts';
import { timelineOf, type Timeline as TimelineData } from '../state/timeline.ts';
import type { TimelinePlace } from '../state/timeline-moves.ts';
import { useMatchesOfAnyYear } from '../state/use-matches.ts';
import { useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { DrawerTools } from './drawer-heading.tsx';
import { TimelineGrid } from './timeline-grid.tsx';
import './timeline.css';

/** The names take a part of the width, within bounds; the rest is for columns of this width at least. All in CSS pixels. */
const NAMES_PART = 0.32;
const NAMES_LEAST_PX = 130;
const NAMES_MOST_PX = 280;
const COLUMN_PX = 22;
/** Few columns are no wider than this: the bar of a single year is still a bar. */
const COLUMN_MOST_PX = 110;
const EDGE_PX = 12;

/** How many papers each topic has, year by year. Topics filter and select; the first row takes a range of years. */
export function Timeline({ map }: { map: TopicMap }) {
  const facts = useFacts(map, true);
  const matches = useMatchesOfAnyYear(map);
  const filtered = useView((state) => state.filters.years);
  const [look, setLook] = useState<'bars' | 'numbers'>('bars');
  const [read, setRead] = useState<TimelinePlace | null>(null);
  const { ref, width } = useElementSize();
  const namesPx = Math.round(Math.min(NAMES_MOST_PX, Math.max(NAMES_LEAST_PX, width * NAMES_PART)));
  const roomPx = width - namesPx - EDGE_PX;
  const columns = Math.max(3, Math.floor(roomPx / (look === 'bars' ? COLUMN_PX : COLUMN_PX * 1.5)));
  const timeline = useMemo(() => timelineOf(map, facts, matches, columns), [map, facts, matches, columns]);
  const columnPx = timeline ? Math.min(COLUMN_MOST_PX, roomPx / timeline.bins.length) : 0;
  const isNumbers = look === 'numbers';
  return (
    <>
      <DrawerTools count={timeline ? captionOf(timeline, read, filtered) : ''}>
        {timeline && (
          <button type="button" className="drawer-tool" aria-pressed={isNumbers} aria-label="Numbers" title="Numbers in place of bars" onClick={() => setLook(isNumbers ? 'bars' : 'numbers')}>
            <Hash size={14} aria-hidden /> <span className="drawer-tool-words">Numbers</span>
          </button>
        )}
      </DrawerTools>
      <div ref={ref} className="timeline" style={{ '--names': `${namesPx}px`, '--cells': `${columnPx * (timeline?.bins.length ?? 0)}px` }}>
        {timeline && width > 0 && <TimelineGrid map={map} facts={facts} matches={matches} timeline={timeline} look={look} columnPx={columnPx} filtered={filtered} onRead={setRead} />}
        {!timeline && <NoYears />}
      </div>
    </>
  );
}

/** What the pointer or the keyboard is on; else how much there is. */
function captionOf({ rows, bins, years }: TimelineData, read: TimelinePlace | null, filtered: { from: number; to: number } | null): string {
  const row = read && rows[read.row];
  const bin = read && bins[read.column];
  if (row && bin) return `${row.label}, ${bin.label}: ${counted(row.matching[read.column] ?? 0, 'paper')}`;
  if (row) return `${row.label}: ${counted(row.total, 'paper')}`;
  const undated = years.undated === 0 ? '' : `; ${counted(years.undated, 'paper has', 'papers have')} no year`;
  return `${filtered ? `Filtered to ${yearsInWords(filtered)}` : counted(rows[0]?.total ?? 0, 'paper')}${undated}`;
}

function NoYears() {
  return (
    <p className="timeline-none">
      None of these papers has a year, so there is nothing to show over time. Import an export that has years (BibTeX, RIS or CSV): papers that are here already are joined with it.
    </p>
  );
}
