import { boxOfPoints, type Box } from './box.ts';
import { finish } from './steps.ts';
import { areaOf, contoursOf, fieldOver, isHole, smoothRing, type Field } from './contours.ts';
import { median, type Point } from './hull.ts';
import { PointCells } from './point-cells.ts';
import { spanningTree } from './spanning-tree.ts';

/** A point that belongs to a group, or to none. */
export interface GroupedPoint extends Point {
  group: number | null;
}

/** The grounds of groups of points. */
export interface Grounds {
  /** Smooth rings around each group; rings within rings are holes. Empty for a group without points. */
  rings: Point[][][];
  /** The group on whose ground a point is; null for none. */
  groupAt: (x: number, y: number) => number | null;
}

/** Neighbours of its group that a point's distance is taken to. */
const NEIGHBOUR = 2;
/** How far a ground reaches beyond its points, as a multiple of how far apart the group's points lie. */
const REACH_PER_SPACING = 1.05;
const LEAST_REACH = 9;
const MOST_REACH = 40;
/** Values of a field for each reach: finer costs more and shows no more. */
const VALUES_PER_REACH = 3;
const MOST_VALUES = 160_000;
/** Height of the field of own points, less that of the others', at which a ground ends. */
const LEVEL = 0.32;
/** Square reaches of the smallest ground; holes must be larger by a factor, or are filled. */
const LEAST_EXTENT = 0.3;
const SMALLEST_HOLE = 4;
/** Many points in one place count for no more than this. */
const MOST_HEIGHT = 1.5;
/** Grounds of neighbours leave a gap, where others weigh more than one's own. */
const WEIGHT_OF_OTHERS = 1.15;
/** A point of which fewer of the nearest are of its group than this part is a stray: it makes no ground, and no hole in another's. */
const STRAY_PART = 0.25;
const SMOOTHING = 2;
/** Points whose distances tell how far apart they lie. */
const SAMPLE = 400;
/** Groups of more points are dense enough to be of one piece. */
const MOST_BRIDGED = 800;
/** Parts of a group further apart than this many reaches stay apart. */
const LONGEST_BRIDGE = 5;

/**
 * Grounds that hug groups of points: each point raises a soft hill, those of other groups dig, and a ground is where enough is left
 * (after Bubble Sets, Collins, Penn and Carpendale 2009), `isBridged` with parts of a group that lie near each other joined. Grounds of two groups never overlap.
 * Strays among others get no ground. Cost grows with the number of points.
 */
export function groundsOf(points: readonly GroupedPoint[], groups: number, isBridged: boolean): Grounds {
  return finish(groundsInSteps(points, groups, isBridged));
}

/** As groundsOf, in steps of some milliseconds between which others may have the thread. */
export function* groundsInSteps(points: readonly GroupedPoint[], groups: number, isBridged: boolean): Generator<undefined, Grounds> {
  const rings: Point[][][] = Array.from({ length: groups }, () => []);
  if (points.length === 0) return { rings, groupAt: () => null };
  const reach = reachFor(points);
  yield;
  const settled = withoutStrays(points, reach);
  yield;
  const members: GroupedPoint[][] = Array.from({ length: groups }, () => []);
  for (const point of settled) if (point.group !== null) members[point.group]?.push(point);
  if (isBridged) {
    for (const own of members) {
      own.push(...bridgesOf(own, reach));
      yield;
    }
  }
  const all = hillField([...members.flat(), ...settled.filter(({ group }) => group === null)], reach);
  const owners = new Int32Array(all.values.length).fill(-1);
  for (const [group, own] of members.entries()) {
    yield;
    if (own.length > 0) rings[group] = ringsAround(own, all, reach, (place) => (owners[place] = group));
  }
  return { rings, groupAt: (x, y) => ownerAt(all, owners, x, y) };
}

function ownerAt({ left, top, step, columns, rows }: Field, owners: Int32Array, x: number, y: number): number | null {
  const column = Math.round((x - left) / step);
  const row = Math.round((y - top) / step);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
  const owner = owners[row * columns + column] ?? -1;
  return owner < 0 ? null : owner;
}

/** The rings of one group; `take` is told the places in the field of all that lie on its ground. */
function ringsAround(own: readonly GroupedPoint[], all: Field, reach: number, take: (place: number) => void): Point[][] {
  const field = subfield(all, own, reach);
  raiseHills(field, own, reach);
  const { values, columns } = field;
  const columnOffset = Math.round((field.left - all.left) / all.step);
  const rowOffset = Math.round((field.top - all.top) / all.step);
  for (let place = 0; place < values.length; place++) {
    const height = values[place] ?? 0;
    const inAll = (rowOffset + Math.floor(place / columns)) * all.columns + columnOffset + (place % columns);
    const left = Math.min(MOST_HEIGHT, height) - WEIGHT_OF_OTHERS * Math.max(0, (all.values[inAll] ?? 0) - height);
    values[place] = left;
    if (left > LEVEL) take(inAll);
  }
  const least = LEAST_EXTENT * reach * reach;
  return contoursOf(field, LEVEL)
    .filter((ring) => areaOf(ring) > least * (isHole(ring) ? SMALLEST_HOLE : 1))
    .map((ring) => smoothRing(ring, SMOOTHING));
}

/** The typical distance of a point to its nearest of the same group, times how far grounds reach. */
function reachFor(points: readonly GroupedPoint[]): number {
  const every = Math.ceil(points.length / SAMPLE);
  const cells = new PointCells(points, MOST_REACH / 2);
  const distances = points.flatMap((point, place) => (point.group === null || place % every !== 0 ? [] : (cells.distanceToNearest(point, NEIGHBOUR, 4 * MOST_REACH, ({ group }) => group === point.group) ?? [])));
  return Math.min(MOST_REACH, Math.max(LEAST_REACH, distances.length === 0 ? 0 : REACH_PER_SPACING * median(distances)));
}

/** The points that are not alone among those of other groups. */
function withoutStrays(points: readonly GroupedPoint[], reach: number): GroupedPoint[] {
  const cells = new PointCells(points, reach);
  const near = 1.6 * reach;
  return points.filter((point) => {
    let own = 0;
    let all = 0;
    cells.eachNear(point, near, (other) => {
      if (other === point || other.group === null || Math.hypot(other.x - point.x, other.y - point.y) > near) return;
      all++;
      if (other.group === point.group) own++;
    });
    return all < 4 || own / all >= STRAY_PART;
  });
}

/** Points along the gaps between parts of a group that are not far apart, so that its ground is one piece. */
function bridgesOf(points: readonly GroupedPoint[], reach: number): GroupedPoint[] {
  if (points.length > MOST_BRIDGED) return [];
  return spanningTree(points).flatMap(([from, to]) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < 1.2 * reach || length > LONGEST_BRIDGE * reach) return [];
    const steps = Math.ceil(length / (0.6 * reach));
    return Array.from({ length: steps - 1 }, (_, step) => ({ x: from.x + ((to.x - from.x) * (step + 1)) / steps, y: from.y + ((to.y - from.y) * (step + 1)) / steps, group: from.group }));
  });
}

function hillField(points: readonly GroupedPoint[], reach: number): Field {
  const box = boxAround(points, 2 * reach);
  const step = Math.max(reach / VALUES_PER_REACH, Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / MOST_VALUES));
  const field = fieldOver(box, step);
  raiseHills(field, points, reach);
  return field;
}

function boxAround(points: readonly Point[], padding: number): Box {
  const { left, top, right, bottom } = boxOfPoints(points);
  return { left: left - padding, top: top - padding, right: right + padding, bottom: bottom + padding };
}

/** The part of a field, with zeros, that hills of these points can reach. Its corners are corners of the field. */
function subfield(field: Field, points: readonly Point[], reach: number): Field {
  const box = boxAround(points, 2 * reach);
  const snapped = (value: number, origin: number) => origin + Math.max(0, Math.floor((value - origin) / field.step)) * field.step;
  const right = Math.min(field.left + (field.columns - 1) * field.step, box.right);
  const bottom = Math.min(field.top + (field.rows - 1) * field.step, box.bottom);
  return fieldOver({ left: snapped(box.left, field.left), top: snapped(box.top, field.top), right, bottom }, field.step);
}

/** Adds to a field a soft hill of height 1 for each point, which ends at twice the reach. */
function raiseHills({ left, top, step, columns, rows, values }: Field, points: readonly Point[], reach: number): void {
  const end = 2 * reach;
  const squared = end * end;
  for (const { x, y } of points) {
    const firstRow = Math.max(0, Math.ceil((y - end - top) / step));
    const lastRow = Math.min(rows - 1, Math.floor((y + end - top) / step));
    const firstColumn = Math.max(0, Math.ceil((x - end - left) / step));
    const lastColumn = Math.min(columns - 1, Math.floor((x + end - left) / step));
    for (let row = firstRow; row <= lastRow; row++) {
      const dy = top + row * step - y;
      for (let column = firstColumn; column <= lastColumn; column++) {
        const dx = left + column * step - x;
        const part = 1 - (dx * dx + dy * dy) / squared;
        if (part > 0) values[row * columns + column] = (values[row * columns + column] ?? 0) + part * part * part;
      }
    }
  }
}
