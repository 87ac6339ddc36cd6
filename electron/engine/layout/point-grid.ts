/** Cells per point at most: a wide spread of few points gets larger cells. */
const CELLS_PER_POINT = 4;

/**
 * Points sorted by square cell, with coordinates in the same order, so that neighbours in the plane are neighbours in memory. Points may be
 * moved in `x` and `y`; `sort` brings them into their new cells. Points outside the first box count to the cells at its edge.
 */
export class PointGrid {
  readonly columns: number;
  readonly rows: number;
  /** Places of a cell's points are starts[cell]..starts[cell + 1). */
  readonly starts: Int32Array;
  /** Coordinates and numbers of points, by place. */
  x: Float64Array;
  y: Float64Array;
  points: Int32Array;
  /** 1 for places whose point moved since the last sorting; to be set by whoever moves it. */
  hasMoved: Uint8Array;
  /** 1 for cells that hold a point that had moved before the last sorting. */
  readonly isStirred: Uint8Array;
  private readonly left: number;
  private readonly top: number;
  private readonly side: number;
  private readonly cellOf: Int32Array;
  private spareX: Float64Array;
  private spareY: Float64Array;
  private sparePoints: Int32Array;

  /** `leastSide`: cells are at least so wide, so that points this near each other lie in the same or in neighbouring cells. */
  constructor(x: Float64Array, y: Float64Array, leastSide: number) {
    const { least: left, extent: width } = rangeOf(x);
    const { least: top, extent: height } = rangeOf(y);
    const count = x.length;
    this.left = left;
    this.top = top;
    this.side = Math.max(leastSide, Math.sqrt((width * height) / (CELLS_PER_POINT * count + 16)), width / (CELLS_PER_POINT * count), height / (CELLS_PER_POINT * count));
    this.columns = Math.floor(width / this.side) + 1;
    this.rows = Math.floor(height / this.side) + 1;
    this.starts = new Int32Array(this.columns * this.rows + 1);
    this.isStirred = new Uint8Array(this.columns * this.rows);
    this.cellOf = new Int32Array(count);
    this.x = Float64Array.from(x);
    this.y = Float64Array.from(y);
    this.points = Int32Array.from({ length: count }, (_, point) => point);
    this.hasMoved = new Uint8Array(count).fill(1);
    this.spareX = new Float64Array(count);
    this.spareY = new Float64Array(count);
    this.sparePoints = new Int32Array(count);
  }

  /** Brings all points into the cells where they lie now; points of a cell keep their order. */
  sort(): void {
    const { starts, cellOf, isStirred, hasMoved, x, y, points, spareX, spareY, sparePoints } = this;
    const count = x.length;
    starts.fill(0);
    isStirred.fill(0);
    for (let place = 0; place < count; place++) {
      const cell = this.cellAt(x[place] ?? 0, y[place] ?? 0);
      cellOf[place] = cell;
      starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
      if (hasMoved[place] === 1) isStirred[cell] = 1;
    }
    for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
    for (let place = count - 1; place >= 0; place--) {
      const cell = cellOf[place] ?? 0;
      const next = (starts[cell + 1] ?? 0) - 1;
      starts[cell + 1] = next;
      spareX[next] = x[place] ?? 0;
      spareY[next] = y[place] ?? 0;
      sparePoints[next] = points[place] ?? 0;
    }
    starts.copyWithin(0, 1);
    starts[starts.length - 1] = count;
    hasMoved.fill(0);
    [this.x, this.spareX] = [spareX, x];
    [this.y, this.spareY] = [spareY, y];
    [this.points, this.sparePoints] = [sparePoints, points];
  }

  /** Writes the coordinates back in the points' own order. */
  giveBack(x: Float64Array, y: Float64Array): void {
    for (const [place, point] of this.points.entries()) {
      x[point] = this.x[place] ?? 0;
      y[point] = this.y[place] ?? 0;
    }
  }

  private cellAt(x: number, y: number): number {
    const column = Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.left) / this.side)));
    const row = Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.top) / this.side)));
    return column + row * this.columns;
  }
}

function rangeOf(values: Float64Array): { least: number; extent: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return { least, extent: Math.max(0, greatest - least) };
}
