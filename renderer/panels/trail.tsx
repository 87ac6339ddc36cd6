import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Selection } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { menuFor } from '../parts/menu-for.ts';
import { mapIndex, type MapIndex } from '../state/map-index.ts';
import { jumpThroughHistory } from '../state/navigation.ts';
import { selectionName } from '../state/selection-names.ts';
import { useView } from '../state/view-store.ts';
import { selectionKind } from './selection-kinds.ts';
import './trail.css';

/** All that was looked at, the latest first, and where in it one is: a click or Enter goes there, arrows move. Nothing is lost by going back. */
export function Trail({ map }: { map: TopicMap }) {
  const history = useView((state) => state.history);
  const index = mapIndex(map);
  const latestFirst = history.entries.map((entry, at) => ({ entry, at })).toReversed();
  return (
    <section className="trail" aria-label="Trail">
      <h2 className="visually-hidden">Trail</h2>
      {history.entries.length === 1 && <p className="note trail-empty">What you look at is listed here, so that you can go back to any of it.</p>}
      {/* The arrows only move the focus between buttons, which work without them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol className="trail-list" aria-label="What was looked at, latest first" onKeyDown={moveByArrows}>
        {latestFirst.map(({ entry, at }) => <TrailRow key={at} entry={entry} at={at} isCurrent={at === history.index} index={index} />)}
      </ol>
    </section>
  );
}

function TrailRow({ entry, at, isCurrent, index }: { entry: Selection | null; at: number; isCurrent: boolean; index: MapIndex }) {
  const row = useRef<HTMLButtonElement>(null);
  const { icon: Icon, label } = selectionKind(entry);
  const name = selectionName(entry, index);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className="trail-row"
        aria-current={isCurrent ? 'true' : undefined}
        title={`${label}: ${name}`}
        onClick={() => jumpThroughHistory(at)}
        {...(entry ? menuFor(entry) : {})}
      >
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{label}: </span>
        <span className="trail-name">{name}</span>
        {isCurrent && <span className="trail-here">Here</span>}
      </button>
    </li>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const from = rows.findIndex((row) => row === document.activeElement);
  rows[from + by]?.focus();
  event.preventDefault();
}
