import { mapIndex } from '../map-index.ts';
import { graphViewHandle } from '../graph-view-handle.ts';
import { openMap } from '../library-store.ts';
import { toggleTool } from '../map-tool-store.ts';
import { toggleMinimap } from '../minimap-store.ts';
import { goTo } from '../navigation.ts';
import { selectAllShown } from '../select-many.ts';
import { useView } from '../view-store.ts';
import { command, hasMap, selectionCommand, type Command } from './command.ts';
import type { Selection } from '../../../shared/settings.ts';

const ZOOM_STEP = 1.3;
const ALL_KINDS: readonly Selection['kind'][] = ['paper', 'papers', 'concept', 'topic', 'link', 'path', 'compare'];

const showsPapers = () => hasMap() && useView.getState().view !== 'concepts';

/** Commands on the map's viewport, and on what is chosen there. */
export const MAP_COMMANDS = {
  'map.zoomIn': command('Map', 'Zoom in', ['+', '='], hasMap, () => graphViewHandle.current?.zoomBy(ZOOM_STEP)),
  'map.zoomOut': command('Map', 'Zoom out', ['-'], hasMap, () => graphViewHandle.current?.zoomBy(1 / ZOOM_STEP)),
  'map.fit': command('Map', 'Fit the map', ['0'], hasMap, () => graphViewHandle.current?.fit()),
  'map.showSelection': inSight(selectionCommand(ALL_KINDS, 'Zoom to selection', ['f'], (selection) => graphViewHandle.current?.travelTo(selection))),
  'map.showTopic': inSight(selectionCommand(['paper', 'concept'], 'Show its topic', ['z'], showTopic, (selection) => topicOf(selection) !== null)),
  'map.selectAll': command('Map', 'Select all papers', ['Mod+A'], showsPapers, selectAllShown, 'All papers that are shown, or all of the selected topic'),
  'map.box': command('Map', 'Select with a box', ['b'], showsPapers, () => toggleTool('box'), 'Draw a box around papers; Shift and dragging does the same'),
  'map.minimap': command('Map', 'Show or hide the minimap', [], hasMap, toggleMinimap, 'It comes up while only a part of the map is in sight'),
  'map.lasso': command('Map', 'Select with a lasso', ['q'], showsPapers, () => toggleTool('lasso'), 'Draw a line around papers'),
};

/** Places a command first in context menus. */
function inSight(one: Command): Command {
  return { ...one, section: 'see' };
}

function topicOf(selection: Selection): string | null {
  const map = openMap();
  if (!map) return null;
  if (selection.kind === 'paper') return mapIndex(map).papers.get(selection.id)?.topic ?? null;
  return selection.kind === 'concept' ? (mapIndex(map).concepts.get(selection.id)?.topic ?? null) : null;
}

function showTopic(selection: Selection): void {
  const topic = topicOf(selection);
  if (topic !== null) goTo({ kind: 'topic', id: topic });
}
