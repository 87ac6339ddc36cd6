/** A text that wants a place on the map, in screen pixels. */
export interface LabelRequest {
  id: string;
  /** Centre and radius of what it names. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  /** May lie over other nodes, though never over what it names, or must leave all free. */
  overNodes: boolean;
  /** Stands centred on its point whatever it covers; the others keep clear of it. */
  fixed?: true;
}

/** Left upper corner of a label that found a place. */
export interface PlacedLabel {
  id: string;
  left: number;
  top: number;
}

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels between a node and its label, and between labels. */
const GAP = 3;
const LABEL_GAP = 1;
const CELL = 64;
/** How much further away a label that stays beside what it names may stand, in pixels, so as to cover less. */
const STEPS_AWAY = [0, 12, 24];

/** Boxes sorted into square cells, so that a look-up touches only what is near. */
class BoxGrid {
  private readonly cells = new Map<number, Box[]>();

  private *cellsOf(box: Box): Generator<number> {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) yield row * 100_003 + column;
    }
  }

  add(box: Box): void {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** Area in square pixels that the box shares with the boxes added, `limit` being enough to stop. */
  overlap(box: Box, limit: number): number {
    const seen = new Set<Box>();
    let area = 0;
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (width > 0 && height > 0) area += width * height;
        if (area > limit) return area;
      }
    }
    return area;
  }
}

function grown(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

function candidates(request: LabelRequest): Box[] {
  const reach = request.radius + GAP;
  if (!request.overNodes) return straight(request, reach);
  return STEPS_AWAY.flatMap((step) => [...straight(request, reach + step), ...slanted(request, reach + step)]);
}

/** Places below, above, right and left of what a label names. */
function straight({ x, y, width, height }: LabelRequest, reach: number): Box[] {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [box(x - width / 2, y + reach), box(x - width / 2, y - reach - height), box(x + reach, y - height / 2), box(x - reach - width, y - height / 2)];
}

/** Places at the four corners of what a label names. */
function slanted({ x, y, width, height }: LabelRequest, reach: number): Box[] {
  const away = reach * Math.SQRT1_2;
  return [[x + away, y + away], [x - away - width, y + away], [x + away, y - away - height], [x - away - width, y - away - height]].map(([left = 0, top = 0]) => ({ left, top, right: left + width, bottom: top + height }));
}

/**
 * Greedy placement of labels without overlap: each request, most important first, takes its first free place
 * below, above, right or left of what it names, inside the bounds; those without a free place are left out.
 * A label that may lie over nodes takes the place that covers the least of them. All but fixed ones keep clear of `covers`.
 *
 * Gives the labels that found a place. Cost grows with the number of requests, not with its square.
 */
export function placeLabels(requests: readonly LabelRequest[], nodes: readonly Disc[], bounds: Box, covers: readonly Box[] = []): PlacedLabel[] {
  const labels = new BoxGrid();
  const discs = new BoxGrid();
  for (const cover of covers) labels.add(cover);
  for (const { x, y, radius } of nodes) discs.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const placed: PlacedLabel[] = [];
  for (const { id, x, y, width, height } of requests.filter(({ fixed }) => fixed)) {
    const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    labels.add(box);
    placed.push({ id, left: box.left, top: box.top });
  }
  for (const request of requests) {
    if (request.fixed) continue;
    let best: Box | undefined;
    let leastCover = Number.POSITIVE_INFINITY;
    for (const box of candidates(request)) {
      if (box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom) continue;
      if (labels.overlap(grown(box, LABEL_GAP), 0) > 0) continue;
      const cover = discs.overlap(box, request.overNodes ? leastCover : 4);
      if (!request.overNodes && cover > 4) continue;
      if (cover >= leastCover) continue;
      best = box;
      leastCover = cover;
      if (cover === 0 || !request.overNodes) break;
    }
    if (!best) continue;
    labels.add(best);
    placed.push({ id: request.id, left: best.left, top: best.top });
  }
  return placed;
}
