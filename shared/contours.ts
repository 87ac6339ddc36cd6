import type { Point } from './hull.ts';

/** A rectangle of square cells with a value at each corner of the mesh; `values` row by row. */
export interface Field {
  left: number;
  top: number;
  /** Distance of neighbouring values. */
  step: number;
  columns: number;
  rows: number;
  values: Float32Array;
}

/** A field of zeros that covers a box. */
export function fieldOver({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }, step: number): Field {
  const columns = Math.max(2, Math.ceil((right - left) / step) + 1);
  const rows = Math.max(2, Math.ceil((bottom - top) / step) + 1);
  return { left, top, step, columns, rows, values: new Float32Array(columns * rows) };
}

/**
 * The lines along which a field has a level, as closed rings (marching squares, Lorensen and Cline 1987 in two dimensions);
 * outside of the field is beneath the level. Corners lie where the level is between two values, by straight interpolation.
 */
export function contoursOf(field: Field, level: number): Point[][] {
  const { columns, rows } = field;
  const next = new Map<number, number>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const segments = SEGMENTS[caseOf(field, level, column, row)] ?? [];
      if (segments.length > 0) for (const [from, to] of segments) next.set(edgeKey(columns, column, row, from), edgeKey(columns, column, row, to));
    }
  }
  return ringsOf(next).map((ring) => ring.map((key) => pointOn(field, level, key)));
}

/** Sides of a cell: 0 above, 1 right, 2 below, 3 left. What is above the level lies to the right of each segment. */
const SEGMENTS: readonly (readonly [number, number][])[] = [[], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], [[3, 0], [1, 2]], [[0, 2]], [[3, 2]], [[2, 3]], [[2, 0]], [[0, 1], [2, 3]], [[2, 1]], [[1, 3]], [[1, 0]], [[0, 3]], []];

function caseOf(field: Field, level: number, column: number, row: number): number {
  return (
    (valueAt(field, column, row) > level ? 1 : 0) +
    (valueAt(field, column + 1, row) > level ? 2 : 0) +
    (valueAt(field, column + 1, row + 1) > level ? 4 : 0) +
    (valueAt(field, column, row + 1) > level ? 8 : 0)
  );
}

function valueAt({ columns, rows, values }: Field, column: number, row: number): number {
  return column < 0 || row < 0 || column >= columns || row >= rows ? Number.NEGATIVE_INFINITY : (values[row * columns + column] ?? 0);
}

/** Each side of each cell has a number: twice that of the corner it starts at, plus one for those that go down. */
function edgeKey(columns: number, column: number, row: number, side: number): number {
  const width = columns + 2;
  const corner = (x: number, y: number) => (y + 1) * width + x + 1;
  if (side === 0) return 2 * corner(column, row);
  if (side === 1) return 2 * corner(column + 1, row) + 1;
  if (side === 2) return 2 * corner(column, row + 1);
  return 2 * corner(column, row) + 1;
}

function ringsOf(next: Map<number, number>): number[][] {
  const rings: number[][] = [];
  for (const start of next.keys()) {
    const ring: number[] = [];
    let key: number | undefined = start;
    while (key !== undefined && next.has(key)) {
      ring.push(key);
      const following: number | undefined = next.get(key);
      next.delete(key);
      key = following;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

function pointOn(field: Field, level: number, key: number): Point {
  const width = field.columns + 2;
  const corner = Math.floor(key / 2);
  const column = (corner % width) - 1;
  const row = Math.floor(corner / width) - 1;
  const goesDown = key % 2 === 1;
  const first = valueAt(field, column, row);
  const second = goesDown ? valueAt(field, column, row + 1) : valueAt(field, column + 1, row);
  const part = Number.isFinite(first) && Number.isFinite(second) ? (level - first) / (second - first) : Number.isFinite(first) ? 0 : 1;
  return { x: field.left + (column + (goesDown ? 0 : part)) * field.step, y: field.top + (row + (goesDown ? part : 0)) * field.step };
}

/** A ring with its corners cut off (Chaikin 1974), `times` over: each time twice the points. */
export function smoothRing(ring: readonly Point[], times = 1): Point[] {
  let smooth = [...ring];
  for (let time = 0; time < times; time++) {
    smooth = smooth.flatMap((point, place) => {
      const after = smooth[(place + 1) % smooth.length] ?? point;
      return [
        { x: point.x * 0.75 + after.x * 0.25, y: point.y * 0.75 + after.y * 0.25 },
        { x: point.x * 0.25 + after.x * 0.75, y: point.y * 0.25 + after.y * 0.75 },
      ];
    });
  }
  return smooth;
}

/** Whether a point is inside rings, of which those within others are holes. */
export function isInside(rings: readonly (readonly Point[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before && point.y > y !== before.y > y && x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x) inside = !inside;
      before = point;
    }
  }
  return inside;
}

/** Area of a ring, whichever way round it goes. */
export function areaOf(ring: readonly Point[]): number {
  return Math.abs(signedArea(ring));
}

/** Whether a ring of contoursOf goes around what lies beneath the level. */
export function isHole(ring: readonly Point[]): boolean {
  return signedArea(ring) > 0;
}

function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) twice += before.x * point.y - point.x * before.y;
    before = point;
  }
  return twice / 2;
}
