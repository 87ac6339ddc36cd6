import { Menu } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex } from '../state/map-index.ts';
import { jumpThroughHistory } from '../state/navigation.ts';
import { selectionName } from '../state/selection-names.ts';
import { useCommand } from '../state/use-command.ts';
import { useView } from '../state/view-store.ts';
import { selectionKind } from './selection-kinds.ts';
import './history-buttons.css';

type Direction = 'back' | 'forward';

const LONG_PRESS_MS = 500;
const MOST_LISTED = 10;
const MOST_LETTERS = 60;

/** Back and Forward over what was selected. Their tooltips tell where they lead; a long press, a right click or the down key lists the last ten. */
export function HistoryButtons() {
  return (
    <>
      <HistoryButton direction="back" />
      <HistoryButton direction="forward" />
    </>
  );
}

function HistoryButton({ direction }: { direction: Direction }) {
  const map = useOpenMap();
  const { label, enabled, shortcut, run } = useCommand(`history.${direction}`);
  const [isListed, setIsListed] = useState(false);
  const press = useLongPress(() => setIsListed(true));
  const places = useReachable(direction, map);
  const [next] = places;
  const hint = [next === undefined ? null : shortened(next.name), shortcut].filter((part) => part !== null).join(' · ');
  const goToListed = (at: number) => {
    setIsListed(false);
    jumpThroughHistory(at);
  };
  const list = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    if (enabled) setIsListed(true);
  };
  return (
    <Menu
      opened={isListed && places.length > 0}
      // A click goes a step; only what is listened to below opens the list.
      onChange={(isWanted) => {
        if (!isWanted && !press.wasLong()) setIsListed(false);
      }}
      position="bottom-start"
      width={320}
    >
      <Menu.Target>
        <IconButton
          icon={direction === 'back' ? ArrowLeft : ArrowRight}
          label={label}
          hint={hint}
          disabled={!enabled}
          onClick={() => {
            if (!press.isLong()) run();
          }}
          onContextMenu={list}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list(event);
          }}
          onPointerDown={press.begin}
          onPointerUp={press.end}
          onPointerLeave={press.end}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ at, name, icon: Icon }) => (
          <Menu.Item key={at} leftSection={<Icon size={14} aria-hidden />} onClick={() => goToListed(at)}>
            <span className="history-name">{name}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The entries of the history in a direction, the nearest first, ten at most. */
function useReachable(direction: Direction, map: TopicMap | null) {
  const { entries, index: here } = useView((state) => state.history);
  if (!map) return [];
  const index = mapIndex(map);
  const reachable = entries.map((entry, at) => ({ at, name: selectionName(entry, index), icon: selectionKind(entry).icon }));
  const ordered = direction === 'back' ? reachable.slice(0, here).toReversed() : reachable.slice(here + 1);
  return ordered.slice(0, MOST_LISTED);
}

function shortened(name: string): string {
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
}

/** Tells a long press from a click: `onLong` runs half a second after the press began, unless it has ended. */
function useLongPress(onLong: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isLong = useRef(false);
  const end = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => end, []);
  return {
    begin: ({ button }: { button: number }) => {
      end();
      isLong.current = false;
      if (button !== 0) return;
      timer.current = setTimeout(() => {
        isLong.current = true;
        onLong();
      }, LONG_PRESS_MS);
    },
    end,
    /** True for the click that ends a long press. */
    isLong: () => isLong.current,
    /** The same, once: the next press is another. */
    wasLong: () => {
      const was = isLong.current;
      isLong.current = false;
      return was;
    },
  };
}
