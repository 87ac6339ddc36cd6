import type { SceneNode } from '../../shared/picture/scene-graph.ts';
import { selectedIds } from '../../shared/selected-ids.ts';
import type { MapKey } from './keys.ts';
import type { MapState } from './map-state.ts';
import type { DragContext } from './node-drag.ts';
import { placeNodes, putBack, type NodePlace } from './place-nodes.ts';
import type { Direction } from './walk.ts';

/** Pixels that an arrow key carries nodes. */
const STEP = 12;
const STEPS: Record<Direction, { dx: number; dy: number }> = {
  left: { dx: -STEP, dy: 0 },
  right: { dx: STEP, dy: 0 },
  up: { dx: 0, dy: -STEP },
  down: { dx: 0, dy: STEP },
};
/** Nodes that are carried closer to the edge than this many pixels take the map along. */
const SIGHT_MARGIN = 40;

/** Carrying what is selected over the map by arrow keys, as dragging does by mouse: Enter puts it there, whatever else ends it takes it back. */
export class NodeCarry {
  private readonly context: DragContext;
  private carried = new Map<string, NodePlace>();

  constructor(context: DragContext) {
    this.context = context;
  }

  /** Does what a key means while something is carried; gives whether it was used. */
  press(key: MapKey, state: MapState): boolean {
    if (state.scene.tool !== 'carry') return false;
    if (key.kind === 'choose') {
      this.putDown(state);
      return true;
    }
    const step = stepOf(key);
    if (step) this.carry(step, state);
    return step !== null;
  }

  /** Goes along with what the map shows next: carrying ends with the selection, and with the map. */
  follow(state: MapState, before: MapState | null): void {
    if (before?.scene.tool !== 'carry') return;
    const isSame = before.scene.selection === state.scene.selection && before.scene.map === state.scene.map;
    if (state.scene.tool === 'carry' && isSame) return;
    const ids = [...this.carried.keys()];
    this.carried.clear();
    if (ids.length > 0 && before.scene.map === state.scene.map) {
      putBack(this.context, ids);
      state.renewAreas();
      this.context.frames.schedule('all');
    }
    if (state.scene.tool === 'carry') this.context.events.onCarried(null);
  }

  private carry({ dx, dy }: { dx: number; dy: number }, state: MapState): void {
    const { port, frames } = this.context;
    const { zoom, panX, panY, width, height } = port.camera();
    const places = chosenNodes(state).map(({ id, x, y }) => ({ id, x: x + dx / zoom, y: y + dy / zoom }));
    for (const place of places) this.carried.set(place.id, place);
    placeNodes(this.context, places);
    const [first] = places;
    if (!first) return;
    const isNearEdge = (at: number, size: number) => at < SIGHT_MARGIN || at > size - SIGHT_MARGIN;
    if (isNearEdge(first.x * zoom + panX, width) || isNearEdge(first.y * zoom + panY, height)) port.panBy(-dx, -dy);
    frames.nodesMoved();
  }

  private putDown(state: MapState): void {
    const places = [...this.carried.values()];
    this.carried.clear();
    state.renewAreas();
    this.context.frames.refresh('all');
    this.context.events.onCarried(places);
  }
}

function stepOf(key: MapKey): { dx: number; dy: number } | null {
  if (key.kind === 'walk') return STEPS[key.direction];
  return key.kind === 'pan' ? { dx: -key.dx, dy: -key.dy } : null;
}

/** The papers that are selected, or the concept. */
function chosenNodes({ scene: { selection }, graph }: MapState): SceneNode[] {
  return selection ? selectedIds(selection).flatMap((id) => graph.byId.get(id) ?? []) : [];
}
