import { create } from 'zustand';
import type { MapTool } from '../map/graph-view-types.ts';

/** What dragging on the map does now. */
export const useMapTool = create<{ tool: MapTool }>()(() => ({ tool: 'hand' }));

/** Takes a tool, or puts it away where it is the one in use. */
export function toggleTool(tool: MapTool): void {
  useMapTool.setState((state) => ({ tool: state.tool === tool ? 'hand' : tool }));
}

/** Puts box and lasso away; gives whether one was in use. */
export function endTool(): boolean {
  if (useMapTool.getState().tool === 'hand') return false;
  useMapTool.setState({ tool: 'hand' });
  return true;
}
