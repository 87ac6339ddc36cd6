import { announce } from './announce-store.ts';
import { moveNodes } from './edit-actions.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { endTool, useMapTool } from './map-tool-store.ts';
import { counted } from './words.ts';

/** From now on arrow keys on the map move what is selected. */
export function beginCarrying(): void {
  useMapTool.setState({ tool: 'carry' });
  graphViewHandle.current?.focus();
}

/** Ends it: keeps what was carried where it was put down; null for what went back. */
export function putCarried(nodes: { id: string; x: number; y: number }[] | null): void {
  endTool();
  if (!nodes || nodes.length === 0) return;
  const said = nodes.length === 1 ? 'Put there; it stays where you put it' : `${counted(nodes.length, 'dot')} put there; they stay where you put them`;
  void moveNodes(nodes).then(() => announce(said));
}
