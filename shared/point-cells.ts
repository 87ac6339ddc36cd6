import type { Point } from './hull.ts';

/** Points sorted into square cells, to find those near others without looking at all. */
export class PointCells<T extends Point> {
  private readonly cells = new Map<number, T[]>();
  private readonly size: number;

  constructor(points: readonly T[], size: number) {
    this.size = size;
    for (const point of points) {
      const key = keyOf(Math.floor(point.x / size), Math.floor(point.y / size));
      const cell = this.cells.get(key);
      if (cell) cell.push(point);
      else this.cells.set(key, [point]);
    }
  }

  /** Calls `visit` for each point in cells that a square of half the side `distance` touches: all within that distance, and some beyond. */
  eachNear({ x, y }: Point, distance: number, visit: (point: T) => void): void {
    const { size, cells } = this;
    const lastRow = Math.floor((y + distance) / size);
    const lastColumn = Math.floor((x + distance) / size);
    for (let row = Math.floor((y - distance) / size); row <= lastRow; row++) {
      for (let column = Math.floor((x - distance) / size); column <= lastColumn; column++) {
        const cell = cells.get(keyOf(column, row));
        if (cell) for (const point of cell) visit(point);
      }
    }
  }

  /** Distance to the `count`-th nearest other point that fits, no further than `most`; null where there are fewer. */
  distanceToNearest(from: T, count: number, most: number, fits: (point: T) => boolean): number | null {
    for (let distance = this.size; distance < 2 * most; distance *= 2) {
      const found: number[] = [];
      const limit = Math.min(distance, most);
      this.eachNear(from, limit, (point) => {
        const away = Math.hypot(point.x - from.x, point.y - from.y);
        if (point !== from && away <= limit && fits(point)) found.push(away);
      });
      if (found.length >= count) return found.sort((a, b) => a - b)[count - 1] ?? null;
    }
    return null;
  }
}

function keyOf(column: number, row: number): number {
  return row * 1_000_003 + column;
}
