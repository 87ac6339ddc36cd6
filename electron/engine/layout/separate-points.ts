/** How far apart points are to be. */
export interface SeparationOptions {
  /** Least distance of two points of one group. */
  distance: number;
  /** Least distance of two points of different groups; the same as `distance` where no groups are given. */
  groupDistance: number;
  /** Group of each point. */
  groupOf: ArrayLike<number> | null;
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
 * apart along the line that joins them, sweep after sweep, neighbours found by a grid. Gives the number of pairs still too
 * close after the last sweep: 0 unless fixed points leave no room.
 */
export function separatePoints(x: Float64Array, y: Float64Array, options: SeparationOptions): number {
  const { groupOf, fixed, maxSweeps } = options;
  const distance = options.distance * (1 + 2 * TOLERANCE);
  const groupDistance = groupOf ? Math.max(distance, options.groupDistance * (1 + 2 * TOLERANCE)) : distance;
  let tooClose = 0;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    const grid = new Grid(x, y, groupDistance);
    tooClose = 0;
    for (let point = 0; point < x.length; point++) {
      grid.forEachLaterNeighbour(point, (other) => {
        const wanted = groupOf && groupOf[point] !== groupOf[other] ? groupDistance : distance;
        if (pushApart(x, y, point, other, wanted, fixed)) tooClose++;
      });
    }
    if (tooClose === 0) break;
  }
  return tooClose;
}

/** Whether the two were too close; then they are `wanted` apart afterwards, unless both are fixed. */
function pushApart(x: Float64Array, y: Float64Array, point: number, other: number, wanted: number, fixed: ArrayLike<number> | null): boolean {
  let dx = (x[other] ?? 0) - (x[point] ?? 0);
  let dy = (y[other] ?? 0) - (y[point] ?? 0);
  let length = Math.sqrt(dx * dx + dy * dy);
  if (length >= wanted * (1 - TOLERANCE)) return false;
  const share = fixed?.[point] === 1 ? 0 : fixed?.[other] === 1 ? 1 : 0.5;
  const otherShare = fixed?.[other] === 1 ? 0 : 1 - share;
  if (share + otherShare === 0) return false;
  const gap = wanted - length;
  if (length < 1e-9) {
    dx = Math.cos(other * GOLDEN_ANGLE);
    dy = Math.sin(other * GOLDEN_ANGLE);
    length = 1;
  }
  x[point] = (x[point] ?? 0) - (dx / length) * gap * share;
  y[point] = (y[point] ?? 0) - (dy / length) * gap * share;
  x[other] = (x[other] ?? 0) + (dx / length) * gap * otherShare;
  y[other] = (y[other] ?? 0) + (dy / length) * gap * otherShare;
  return true;
}

/** Points by square cell, as they lay when it was made. */
class Grid {
  private readonly cellOf: Int32Array;
  private readonly starts: Int32Array;
  private readonly points: Int32Array;
  private readonly columns: number;
  private readonly rows: number;

  constructor(x: Float64Array, y: Float64Array, minimumSide: number) {
    const { least: left, extent: width } = rangeOf(x);
    const { least: top, extent: height } = rangeOf(y);
    const side = Math.max(minimumSide, Math.sqrt((width * height) / (4 * x.length + 16)), width / 20_000, height / 20_000);
    this.columns = Math.floor(width / side) + 1;
    this.rows = Math.floor(height / side) + 1;
    this.cellOf = Int32Array.from(x, (value, point) => Math.floor((value - left) / side) + Math.floor(((y[point] ?? 0) - top) / side) * this.columns);
    this.starts = new Int32Array(this.columns * this.rows + 1);
    for (const cell of this.cellOf) this.starts[cell + 1] = (this.starts[cell + 1] ?? 0) + 1;
    for (let cell = 0; cell < this.columns * this.rows; cell++) this.starts[cell + 1] = (this.starts[cell + 1] ?? 0) + (this.starts[cell] ?? 0);
    this.points = new Int32Array(x.length);
    const next = this.starts.slice();
    for (const [point, cell] of this.cellOf.entries()) {
      const place = next[cell] ?? 0;
      this.points[place] = point;
      next[cell] = place + 1;
    }
  }

  /** Calls back for the points with a higher number in the point's cell and those around it. */
  forEachLaterNeighbour(point: number, visit: (other: number) => void): void {
    const cell = this.cellOf[point] ?? 0;
    const column = cell % this.columns;
    const row = Math.floor(cell / this.columns);
    for (let near = Math.max(0, row - 1); near <= Math.min(this.rows - 1, row + 1); near++) {
      const first = near * this.columns + Math.max(0, column - 1);
      const last = near * this.columns + Math.min(this.columns - 1, column + 1);
      for (let place = this.starts[first] ?? 0; place < (this.starts[last + 1] ?? 0); place++) {
        const other = this.points[place] ?? 0;
        if (other > point) visit(other);
      }
    }
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
