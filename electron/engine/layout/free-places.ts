const FIRST_CAPACITY = 256;

/** Places on the map, no two closer than a distance, and the search for free ones. Taken places may be closer to each other. */
export class FreePlaces {
  private readonly distance: number;
  private count = 0;
  private x = new Float64Array(FIRST_CAPACITY);
  private y = new Float64Array(FIRST_CAPACITY);
  /** The place that came before a place in its cell; -1 for none. */
  private before = new Int32Array(FIRST_CAPACITY);
  private left = 0;
  private top = 0;
  private columns = 0;
  private rows = 0;
  /** Last place in each cell, row by row; -1 for none. Cells are as wide as the distance. */
  private lastIn = new Int32Array(0);

  constructor(distance: number) {
    this.distance = distance;
  }

  take(x: number, y: number): void {
    if (this.cellAt(x, y) < 0) this.growTo(x, y);
    if (this.count === this.x.length) this.growPlaces();
    const place = this.count++;
    this.x[place] = x;
    this.y[place] = y;
    this.enter(place);
  }

  isFree(x: number, y: number): boolean {
    const column = Math.floor((x - this.left) / this.distance);
    const row = Math.floor((y - this.top) / this.distance);
    const least = this.distance * this.distance;
    for (let nearRow = Math.max(0, row - 1); nearRow <= Math.min(this.rows - 1, row + 1); nearRow++) {
      for (let nearColumn = Math.max(0, column - 1); nearColumn <= Math.min(this.columns - 1, column + 1); nearColumn++) {
        for (let place = this.lastIn[nearRow * this.columns + nearColumn] ?? -1; place >= 0; place = this.before[place] ?? -1) {
          const dx = (this.x[place] ?? 0) - x;
          const dy = (this.y[place] ?? 0) - y;
          if (dx * dx + dy * dy < least) return false;
        }
      }
    }
    return true;
  }

  /** The free place nearest to a wish, found along a spiral whose turns and steps are a third of the distance apart. */
  nearest(x: number, y: number): { x: number; y: number } {
    const step = this.distance / 3;
    let angle = 0;
    let radius = 0;
    while (!this.isFree(x + radius * Math.cos(angle), y + radius * Math.sin(angle))) {
      angle += step / Math.max(step, radius);
      radius = (step * angle) / (2 * Math.PI);
    }
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  }

  /** -1 outside of all cells. */
  private cellAt(x: number, y: number): number {
    const column = Math.floor((x - this.left) / this.distance);
    const row = Math.floor((y - this.top) / this.distance);
    return column < 0 || row < 0 || column >= this.columns || row >= this.rows ? -1 : row * this.columns + column;
  }

  private enter(place: number): void {
    const cell = this.cellAt(this.x[place] ?? 0, this.y[place] ?? 0);
    this.before[place] = this.lastIn[cell] ?? -1;
    this.lastIn[cell] = place;
  }

  /** Lays cells over all places and a point, with room around for as much again. */
  private growTo(x: number, y: number): void {
    let [left, right, top, bottom] = [x, x, y, y];
    for (let place = 0; place < this.count; place++) {
      left = Math.min(left, this.x[place] ?? 0);
      right = Math.max(right, this.x[place] ?? 0);
      top = Math.min(top, this.y[place] ?? 0);
      bottom = Math.max(bottom, this.y[place] ?? 0);
    }
    const room = 8 * this.distance + (right - left + bottom - top) / 4;
    this.left = left - room;
    this.top = top - room;
    this.columns = Math.ceil((right - left + 2 * room) / this.distance);
    this.rows = Math.ceil((bottom - top + 2 * room) / this.distance);
    this.lastIn = new Int32Array(this.columns * this.rows).fill(-1);
    for (let place = 0; place < this.count; place++) this.enter(place);
  }

  private growPlaces(): void {
    const [x, y, before] = [this.x, this.y, this.before];
    this.x = new Float64Array(2 * x.length);
    this.y = new Float64Array(2 * x.length);
    this.before = new Int32Array(2 * x.length);
    this.x.set(x);
    this.y.set(y);
    this.before.set(before);
  }
}
