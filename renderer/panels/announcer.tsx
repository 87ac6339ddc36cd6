import { useEffect, useRef } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { announce, useAnnouncement } from '../state/announce-store.ts';
import { mapIndex } from '../state/map-index.ts';
import { useMapFocus } from '../state/map-focus-store.ts';
import { useMapTool } from '../state/map-tool-store.ts';
import { selectedPapers } from '../state/select-many.ts';
import { selectionInWords } from '../state/selection-words.ts';
import { useMatches } from '../state/use-matches.ts';
import { useSelection, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';

const VIEWS = { papers: 'The map shows papers', concepts: 'The map shows concepts', both: 'The map shows papers and concepts' } as const;
const TOOLS = { hand: 'Dragging moves the map', box: 'Dragging draws a box around papers, Escape ends', lasso: 'Dragging draws a line around papers, Escape ends', carry: 'Arrow keys move what is selected, Enter puts it there, Escape takes it back' } as const;

/** What is read out: in the window all the time, since a screen reader listens to what it knows. */
export function Announcement() {
  const text = useAnnouncement((state) => state.text);
  return <div className="visually-hidden announcer" aria-live="polite" aria-atomic>{text}</div>;
}

/** Reads out what changes elsewhere than where the keyboard is: what is selected, found and shown. Messages and search speak for themselves. */
export function Announcer({ map }: { map: TopicMap }) {
  const index = mapIndex(map);
  const selection = useSelection();
  const focus = useMapFocus((state) => state.id);
  const view = useView((state) => state.view);
  const hidden = useView((state) => state.hiddenTopics).length;
  const filters = useView((state) => state.filters);
  const tool = useMapTool((state) => state.tool);
  const { papers: matches } = useMatches(map);
  useAnnounced(VIEWS[view]);
  useAnnounced(TOOLS[tool]);
  useAnnounced(hidden === 0 ? 'All topics are shown' : `${counted(hidden, 'topic')} hidden`);
  useAnnounced(matches === null ? 'All papers are shown' : `${counted(matches.size, 'paper')} of ${map.papers.length.toLocaleString('en')} meet the filters`, filters);
  useAnnounced(selection === null ? 'Nothing selected' : selectionInWords(selection, index));
  useAnnounced(focus === null ? '' : focusInWords(focus, selectedPapers(selection).includes(focus), index.papers.get(focus)?.title ?? index.concepts.get(focus)?.label ?? index.topics.get(focus)?.label ?? ''));
  return null;
}

function focusInWords(id: string, isSelected: boolean, name: string): string {
  return id === '' ? '' : `${name}, ${isSelected ? 'selected' : 'not selected'}`;
}

/** Announces a text when it becomes another than it was, and only after `cause` has changed where one is given. Not at first. */
function useAnnounced(text: string, cause: unknown = text): void {
  const said = useRef({ text, cause });
  useEffect(() => {
    const before = said.current;
    if (before.text === text || (cause !== text && before.cause === cause)) return;
    said.current = { text, cause };
    if (text !== '') announce(text);
  }, [text, cause]);
}
