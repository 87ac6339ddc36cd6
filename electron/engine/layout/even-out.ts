import type { Positions } from '../model.ts';

/** Cells of the density grid: about so many points in one, and no more than so many cells a side. */
const POINTS_PER_CELL = 2.5;
const MOST_CELLS = 48;
/** How far points flow in one round, in cells, where the density doubles from one cell to the next. */
const FLOW = 0.25;

/**
 * Lets points within the unit disc flow in place from crowded to empty regions: along the falling gradient of their density over the density
 * itself, as in the cartograms of Gastner & Newman (2004), so that neighbours stay neighbours. A few rounds dissolve
 * lumps, many fill the disc. Costs the same for each point and round.
 */
export function evenOut({ x, y }: Positions, rounds: number): void {
  const cells = Math.max(4, Math.min(MOST_CELLS, Math.round(Math.sqrt((4 * x.length) / Math.PI / POINTS_PER_CELL))));
  const grid = new DensityGrid(cells);
  for (let round = 0; round < rounds; round++) {
    grid.take(x, y);
    for (let point = 0; point < x.length; point++) grid.flow(x, y, point);
  }
}

/** Density of points over the square around the unit disc; outside of the disc it is the mean, so that nothing flows there. */
class DensityGrid {
  private readonly cells: number;
  /** With a border of one cell around. */
  private readonly width: number;
  private density: Float64Array;
  private spare: Float64Array;

  constructor(cells: number) {
    this.cells = cells;
    this.width = cells + 2;
    this.density = new Float64Array(this.width * this.width);
    this.spare = new Float64Array(this.width * this.width);
  }

  take(x: Float64Array, y: Float64Array): void {
    const { density, width, cells } = this;
    const mean = (4 * x.length) / (Math.PI * cells * cells);
    density.fill(0);
    for (let point = 0; point < x.length; point++) {
      const across = this.toCells(x[point] ?? 0);
      const down = this.toCells(y[point] ?? 0);
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
    this.fillOutside(mean);
    this.smooth();
    this.fillOutside(mean);
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

  private fillOutside(mean: number): void {
    const { density, width, cells } = this;
    for (let row = 0; row < width; row++) {
      const y = ((row - 0.5) / cells) * 2 - 1;
      for (let column = 0; column < width; column++) {
        const x = ((column - 0.5) / cells) * 2 - 1;
        if (x * x + y * y > 1) density[row * width + column] = mean;
      }
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
