/** A topic's area on screen, in pixels; its name wants to stand in or at it. */
export interface NamedArea {
  topic: number;
  /** The part of the area's box that is in sight. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The name's size, and that of its shorter form for want of room. */
  sizes: readonly { width: number; height: number }[];
}

/** How a map lies on the screen: pixels = map units × zoom + pan, on a canvas of width × height. */
interface Placing {
  zoom: number;
  panX: number;
  panY: number;
  width: number;
  height: number;
}

/** What placing its name needs of a topic's area, of the boxes of its parts in map units, largest first: it is named at the first that is in sight; null for one that is hardly so. */
export function namedArea(topic: number, parts: readonly Box[], sizes: NamedArea['sizes'], placing: Placing): NamedArea | null {
  for (const part of parts) {
    const named = namedPart(topic, part, sizes, placing);
    if (named) return named;
  }
  return null;
}

function namedPart(topic: number, box: Box, sizes: NamedArea['sizes'], { zoom, panX, panY, width, height }: Placing): NamedArea | null {
  const left = Math.max(0, box.left * zoom + panX);
  const right = Math.min(width, box.right * zoom + panX);
  const top = Math.max(0, box.top * zoom + panY);
  const bottom = Math.min(height, box.bottom * zoom + panY);
  return right - left < LEAST_AREA || bottom - top < LEAST_AREA ? null : { topic, left, top, right, bottom, sizes };
}

/** A node on screen that a name had better not cover. */
export interface CoveredNode {
  x: number;
  y: number;
  radius: number;
  topic: number | null;
}

/** Where the name of a topic stands: its left upper corner, and which of its sizes it has. */
export interface PlacedName {
  topic: number;
  left: number;
  top: number;
  size: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Ground {
  grid: ReadonlyMap<number, CoveredNode[]>;
  /** Number of nodes of each topic. */
  sizes: ReadonlyMap<number | null, number>;
  topicAt: TopicAt;
}

/** The topic on whose ground a point of the screen is; null for none. */
export type TopicAt = (x: number, y: number) => number | null;

/** What a place costs: nodes on the name's ground by its part that they cover, those of its own topic also by how many of them are left to see. */
const COST = { ownNode: 1, foreignNode: 2, hidden: 4.5, foreignArea: 3, away: 0.6, outside: 0.3, beneath: 0.06, short: 0.3 } as const;
const COLUMNS = [0, -0.25, 0.25, -0.5, 0.5];
const ROWS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
const CELL = 40;
const GAP = 2;
/** Areas of which fewer pixels than this are in sight go unnamed. */
const LEAST_AREA = 24;

/**
 * Places for topics' names, none over another: each at the cheapest of some fifty places in, above, below and beside its area,
 * where it covers few nodes, least of all those of other topics. Small areas choose first, having the least choice.
 * Names that find no room even in their shortest form are left out. Gives them in the order of the areas. `kept` are boxes that names keep off.
 */
export function placeTopicNames(areas: readonly NamedArea[], nodes: readonly CoveredNode[], bounds: Box, topicAt: TopicAt, kept: readonly Box[] = []): PlacedName[] {
  const ground: Ground = { grid: nodeGrid(nodes), sizes: topicSizes(nodes), topicAt };
  const taken = [...kept];
  const placed = new Map<number, PlacedName>();
  for (const area of [...areas].sort((a, b) => extent(a) - extent(b) || a.topic - b.topic)) {
    let best: { box: Box; size: number; cost: number } | null = null;
    for (const [size, { width, height }] of area.sizes.entries()) {
      for (const box of places(area, width, height)) {
        if (box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom) continue;
        if (taken.some((other) => overlaps(box, other))) continue;
        const cost = size * COST.short + costOf(box, area, ground);
        if (!best || cost < best.cost) best = { box, size, cost };
      }
    }
    if (!best) continue;
    taken.push(best.box);
    placed.set(area.topic, { topic: area.topic, left: best.box.left, top: best.box.top, size: best.size });
  }
  return areas.map(({ topic }) => placed.get(topic)).filter((name) => name !== undefined);
}

function extent({ left, right, top, bottom }: NamedArea): number {
  return (right - left) * (bottom - top);
}

function places(area: NamedArea, width: number, height: number): Box[] {
  const x = (area.left + area.right) / 2;
  const y = (area.top + area.bottom) / 2;
  const reachX = (area.right - area.left) / 2;
  const reachY = (area.bottom - area.top) / 2;
  const box = (middleX: number, middleY: number): Box => ({ left: middleX - width / 2, top: middleY - height / 2, right: middleX + width / 2, bottom: middleY + height / 2 });
  const inside = ROWS.flatMap((row) => COLUMNS.map((column) => box(x + column * reachX, y + row * reachY)));
  const outside = COLUMNS.flatMap((column) => [box(x + column * reachX, area.top - height / 2 - GAP), box(x + column * reachX, area.bottom + height / 2 + GAP)]);
  const beside = [-0.3, 0, 0.3].flatMap((row) => [box(area.left - width / 2 - GAP, y + row * reachY), box(area.right + width / 2 + GAP, y + row * reachY)]);
  return [...outside, ...inside, ...beside];
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

function costOf(box: Box, area: NamedArea, ground: Ground): number {
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.top + box.bottom) / 2;
  const away = Math.hypot(middleX - (area.left + area.right) / 2, middleY - (area.top + area.bottom) / 2) / Math.max(40, Math.hypot(area.right - area.left, area.bottom - area.top) / 2);
  const beneath = middleY > (area.top + area.bottom) / 2 ? COST.beneath : 0;
  return nodeCost(box, area.topic, ground) + groundCost(box, area.topic, ground.topicAt) + COST.away * away * away + beneath;
}

function nodeCost(box: Box, topic: number, { grid, sizes }: Ground): number {
  let covered = 0;
  let hidden = 0;
  for (let row = Math.floor(box.top / CELL) - 1; row <= Math.floor(box.bottom / CELL) + 1; row++) {
    for (let column = Math.floor(box.left / CELL) - 1; column <= Math.floor(box.right / CELL) + 1; column++) {
      for (const { x, y, radius, topic: other } of grid.get(cellKey(row, column)) ?? []) {
        if (x < box.left - radius || x > box.right + radius || y < box.top - radius || y > box.bottom + radius) continue;
        covered += (other === topic ? COST.ownNode : COST.foreignNode) * Math.max(30, 4 * radius * radius);
        if (other === topic) hidden++;
      }
    }
  }
  return covered / ((box.right - box.left) * (box.bottom - box.top)) + (COST.hidden * hidden) / Math.max(1, sizes.get(topic) ?? 0);
}

/** What nine points of the box cost that do not lie on the topic's own ground, more on that of others. */
function groundCost(box: Box, own: number, topicAt: TopicAt): number {
  let cost = 0;
  for (const partX of [0.05, 0.5, 0.95]) {
    for (const partY of [0.1, 0.5, 0.9]) {
      const topic = topicAt(box.left + partX * (box.right - box.left), box.top + partY * (box.bottom - box.top));
      if (topic !== own) cost += topic === null ? COST.outside : COST.foreignArea;
    }
  }
  return cost / 9;
}

function topicSizes(nodes: readonly CoveredNode[]): Map<number | null, number> {
  const sizes = new Map<number | null, number>();
  for (const { topic } of nodes) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  return sizes;
}

function nodeGrid(nodes: readonly CoveredNode[]): Map<number, CoveredNode[]> {
  const grid = new Map<number, CoveredNode[]>();
  for (const node of nodes) {
    const key = cellKey(Math.floor(node.y / CELL), Math.floor(node.x / CELL));
    const cell = grid.get(key);
    if (cell) cell.push(node);
    else grid.set(key, [node]);
  }
  return grid;
}

function cellKey(row: number, column: number): number {
  return row * 100_003 + column;
}
