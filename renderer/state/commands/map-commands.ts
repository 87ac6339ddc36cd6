import { graphViewHandle } from '../graph-view-handle.ts';
import { command, hasMap } from './command.ts';

const ZOOM_STEP = 1.3;

/** Commands on the map's viewport. */
export const MAP_COMMANDS = {
  'map.zoomIn': command('Map', 'Zoom in', ['+', '='], hasMap, () => graphViewHandle.current?.zoomBy(ZOOM_STEP)),
  'map.zoomOut': command('Map', 'Zoom out', ['-'], hasMap, () => graphViewHandle.current?.zoomBy(1 / ZOOM_STEP)),
  'map.fit': command('Map', 'Fit the map', ['0'], hasMap, () => graphViewHandle.current?.fit()),
};
