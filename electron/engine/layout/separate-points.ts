import { PointGrid } from './point-grid.ts';

/** How far apart points are to be. */
export interface SeparationOptions {
  /** Least distance of two points. */
  distance: number;
  /** 1 for points that stay where they are. */
  fixed: ArrayLike<number> | null;
  maxSweeps: number;
}

/** Turn between the directions in which coinciding points part: the golden angle, so that no two part alike. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Distances may fall short by this part before points count as too close. */
const TOLERANCE = 1e-3;

/**
 * Moves points apart in place until none is too close to another, each as little as it takes: pairs that are too close are pushed
 * apart along the line that joins them, sweep after sweep. Each sweep looks at every pair of neighbouring cells once, and only
 * where something moved in the sweep before. Gives the number of pairs still too close after the last sweep.
 */
export function separatePoints(x: Float64Array, y: Float64Array, options: SeparationOptions): number {
  if (x.length < 2) return 0;
  const wanted = options.distance * (1 + 2 * TOLERANCE);
  const grid = new PointGrid(x, y, wanted);
  const sweep = new Sweep(grid, wanted, options.fixed);
  let tooClose = 0;
  for (let round = 0; round < options.maxSweeps; round++) {
    grid.sort();
    tooClose = sweep.run();
    if (tooClose === 0) break;
  }
  grid.giveBack(x, y);
  return tooClose;
}

class Sweep {
  private readonly grid: PointGrid;
  private readonly wanted: number;
  private readonly isFixed: Uint8Array | null;
  private readonly closest: number;
  private tooClose = 0;

  constructor(grid: PointGrid, wanted: number, fixed: ArrayLike<number> | null) {
    this.grid = grid;
    this.wanted = wanted;
    this.isFixed = fixed && Uint8Array.from(fixed);
    this.closest = (wanted * (1 - TOLERANCE)) ** 2;
  }

  /** Pushes apart all pairs that are too close, and gives their number. */
  run(): number {
    const { columns, rows, starts } = this.grid;
    this.tooClose = 0;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        if (starts[cell] === starts[cell + 1]) continue;
        this.pushWithin(cell);
        if (column + 1 < columns) this.pushBetween(cell, cell + 1);
        if (row + 1 === rows) continue;
        if (column > 0) this.pushBetween(cell, cell + columns - 1);
        this.pushBetween(cell, cell + columns);
        if (column + 1 < columns) this.pushBetween(cell, cell + columns + 1);
      }
    }
    return this.tooClose;
  }

  private pushWithin(cell: number): void {
    const { starts, isStirred } = this.grid;
    if (isStirred[cell] === 0) return;
    const end = starts[cell + 1] ?? 0;
    for (let place = starts[cell] ?? 0; place < end; place++) for (let other = place + 1; other < end; other++) this.pushApart(place, other);
  }

  private pushBetween(cell: number, near: number): void {
    const { starts, isStirred } = this.grid;
    if (isStirred[cell] === 0 && isStirred[near] === 0) return;
    const end = starts[cell + 1] ?? 0;
    const nearStart = starts[near] ?? 0;
    const nearEnd = starts[near + 1] ?? 0;
    for (let place = starts[cell] ?? 0; place < end; place++) for (let other = nearStart; other < nearEnd; other++) this.pushApart(place, other);
  }

  private pushApart(place: number, other: number): void {
    const { x, y, points, hasMoved } = this.grid;
    let dx = (x[other] ?? 0) - (x[place] ?? 0);
    let dy = (y[other] ?? 0) - (y[place] ?? 0);
    const squared = dx * dx + dy * dy;
    if (squared >= this.closest) return;
    const point = points[place] ?? 0;
    const otherPoint = points[other] ?? 0;
    const stays = this.isFixed?.[point] === 1;
    const otherStays = this.isFixed?.[otherPoint] === 1;
    if (stays && otherStays) return;
    this.tooClose++;
    let length = Math.sqrt(squared);
    const gap = this.wanted - length;
    if (length < 1e-9) {
      dx = Math.cos(otherPoint * GOLDEN_ANGLE);
      dy = Math.sin(otherPoint * GOLDEN_ANGLE);
      length = 1;
    }
    const share = stays ? 0 : otherStays ? 1 : 0.5;
    const moveX = (dx / length) * gap;
    const moveY = (dy / length) * gap;
    x[place] = (x[place] ?? 0) - moveX * share;
    y[place] = (y[place] ?? 0) - moveY * share;
    x[other] = (x[other] ?? 0) + moveX * (1 - share);
    y[other] = (y[other] ?? 0) + moveY * (1 - share);
    hasMoved[place] = 1;
    hasMoved[other] = 1;
  }
}
