import type { Positions } from '../model.ts';

/** Points in a cell of the density grid at least, in the mean. */
const POINTS_PER_CELL = 2.5;
/** How far points flow in one round, in cells, where the density doubles from one cell to the next. */
const FLOW = 0.25;

/**
 * Lets points within the unit disc flow in place from crowded to empty regions: along the falling gradient of their density over the density
 * itself, as in the cartograms of Gastner & Newman (2004), so that neighbours stay neighbours. A few rounds dissolve
 * lumps, many fill the disc. Costs the same for each point and round. `mostCells`: cells a side of the density's grid, at most; the fewer, the larger
 * what is evened out, and the faster.
 */
export function evenOut({ x, y }: Positions, rounds: number, mostCells = 48): void {
  const cells = Math.max(4, Math.min(mostCells, Math.round(Math.sqrt((4 * x.length) / Math.PI / POINTS_PER_CELL))));
  const grid = new DensityGrid(cells);
  for (let round = 0; round < rounds; round++) {
    grid.take(x, y);
    for (let point = 0; point < x.length; point++) grid.flow(x, y, point);
  }
}

/** A cell counts by its own points where so much of it lies in the disc. */
const LEAST_COVER = 0.4;
/** Points a side of a cell by which its cover is found. */
const COVER_SAMPLES = 4;

/** Density of points over the square around the unit disc; beyond the edge it is what it is inside, mirrored, so that nothing flows across. */
class DensityGrid {
  private readonly cells: number;
  /** With a border of one cell around. */
  private readonly width: number;
  private density: Float64Array;
  private spare: Float64Array;
  /** Part of each cell that lies in the disc, as points are counted. */
  private readonly cover: Float64Array;
  /** Cell on the other side of the disc's edge, for each cell with too little cover; -1 for all others. */
  private readonly mirror: Int32Array;

  constructor(cells: number) {
    this.cells = cells;
    this.width = cells + 2;
    this.density = new Float64Array(this.width * this.width);
    this.spare = new Float64Array(this.width * this.width);
    this.cover = this.findCover();
    this.mirror = Int32Array.from(this.cover, (cover, cell) => (cover >= LEAST_COVER ? -1 : this.mirrored(cell)));
  }

  take(x: Float64Array, y: Float64Array): void {
    const { density, cover } = this;
    density.fill(0);
    for (let point = 0; point < x.length; point++) this.count(density, x[point] ?? 0, y[point] ?? 0);
    for (let cell = 0; cell < density.length; cell++) density[cell] = (density[cell] ?? 0) / Math.max(LEAST_COVER, cover[cell] ?? 0);
    this.fillOutside();
    this.smooth();
    this.fillOutside();
  }

  /** Moves a point down the density. */
  flow(x: Float64Array, y: Float64Array, point: number): void {
    const { density, width } = this;
    const across = this.toCells(x[point] ?? 0);
    const down = this.toCells(y[point] ?? 0);
    const column = Math.floor(across);
    const row = Math.floor(down);
    const right = across - column;
    const lower = down - row;
    const cell = row * width + column;
    const a = density[cell] ?? 0;
    const b = density[cell + 1] ?? 0;
    const c = density[cell + width] ?? 0;
    const d = density[cell + width + 1] ?? 0;
    const here = (1 - lower) * ((1 - right) * a + right * b) + lower * ((1 - right) * c + right * d) + 1e-3;
    const step = (FLOW * 2) / this.cells / here;
    const nextX = (x[point] ?? 0) - step * ((1 - lower) * (b - a) + lower * (d - c));
    const nextY = (y[point] ?? 0) - step * ((1 - right) * (c - a) + right * (d - b));
    const reach = Math.hypot(nextX, nextY);
    const inward = reach > 1 ? 1 / reach : 1;
    x[point] = nextX * inward;
    y[point] = nextY * inward;
  }

  /** From -1..1 to places between the middles of cells; the middle of the first cell inside the border is at 1. */
  private toCells(value: number): number {
    return ((value + 1) / 2) * this.cells + 0.5;
  }

  /** Counts a point to the four cells whose middles are around it, by its nearness to them. */
  private count(density: Float64Array, x: number, y: number): void {
    const { width } = this;
    const across = this.toCells(x);
    const down = this.toCells(y);
    const column = Math.floor(across);
    const row = Math.floor(down);
    const right = across - column;
    const lower = down - row;
    const cell = row * width + column;
    density[cell] = (density[cell] ?? 0) + (1 - right) * (1 - lower);
    density[cell + 1] = (density[cell + 1] ?? 0) + right * (1 - lower);
    density[cell + width] = (density[cell + width] ?? 0) + (1 - right) * lower;
    density[cell + width + 1] = (density[cell + width + 1] ?? 0) + right * lower;
  }

  private findCover(): Float64Array {
    const cover = new Float64Array(this.width * this.width);
    const samples = this.cells * COVER_SAMPLES;
    for (let row = 0; row < samples; row++) {
      const y = (2 * row + 1) / samples - 1;
      for (let column = 0; column < samples; column++) {
        const x = (2 * column + 1) / samples - 1;
        if (x * x + y * y <= 1) this.count(cover, x, y);
      }
    }
    return cover.map((count) => count / COVER_SAMPLES ** 2);
  }

  private mirrored(cell: number): number {
    const x = ((cell % this.width) - 0.5) * (2 / this.cells) - 1;
    const y = (Math.floor(cell / this.width) - 0.5) * (2 / this.cells) - 1;
    const reach = Math.hypot(x, y);
    const inward = Math.max(0, 2 - 1.5 / this.cells - reach) / reach;
    const column = Math.round(this.toCells(x * inward));
    const row = Math.round(this.toCells(y * inward));
    return row * this.width + column;
  }

  private fillOutside(): void {
    const { density, mirror } = this;
    for (let cell = 0; cell < density.length; cell++) {
      const inside = mirror[cell] ?? -1;
      if (inside >= 0) density[cell] = density[inside] ?? 0;
    }
  }

  /** Each cell with the eight around it, weighed 1 2 1. */
  private smooth(): void {
    const { width } = this;
    for (const step of [1, width]) {
      const { density, spare } = this;
      spare.set(density);
      for (let cell = step; cell < density.length - step; cell++) spare[cell] = 0.25 * (density[cell - step] ?? 0) + 0.5 * (density[cell] ?? 0) + 0.25 * (density[cell + step] ?? 0);
      [this.density, this.spare] = [spare, density];
    }
  }
}
