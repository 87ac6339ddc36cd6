/** Below this depth, points too close to tell apart share a cell. */
const MAX_DEPTH = 24;

/**
 * Repulsion of points in the plane by Barnes & Hut (1986): a far group of points acts as one point at its centre.
 * Each point pushes each other with a force of 1/distance. One object serves any number of layouts; its arrays grow as needed.
 */
export class Quadtree {
  private capacity = 0;
  private cells = 0;
  private child = new Int32Array(0);
  private mass = new Float64Array(0);
  private sumX = new Float64Array(0);
  private sumY = new Float64Array(0);
  private centreX = new Float64Array(0);
  private centreY = new Float64Array(0);
  private side = new Float64Array(0);
  private readonly stack = new Int32Array(4 * MAX_DEPTH + 8);

  /** Sorts the points `members` of `x`, `y` into the tree. */
  build(x: Float64Array, y: Float64Array, members: ArrayLike<number>): void {
    let left = Number.POSITIVE_INFINITY;
    let top = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < members.length; place++) {
      const point = members[place] ?? 0;
      left = Math.min(left, x[point] ?? 0);
      right = Math.max(right, x[point] ?? 0);
      top = Math.min(top, y[point] ?? 0);
      bottom = Math.max(bottom, y[point] ?? 0);
    }
    this.cells = 0;
    const side = Math.max(right - left, bottom - top, 1e-6);
    this.addCell(side);
    for (let place = 0; place < members.length; place++) {
      const point = members[place] ?? 0;
      this.insert(x[point] ?? 0, y[point] ?? 0, left, top);
    }
    for (let cell = 0; cell < this.cells; cell++) {
      const weight = this.mass[cell] ?? 0;
      if (weight === 0) continue;
      this.centreX[cell] = (this.sumX[cell] ?? 0) / weight;
      this.centreY[cell] = (this.sumY[cell] ?? 0) / weight;
    }
  }

  /**
   * Adds to `force` (x, y) what all points together do to a point at `x`, `y`; it does not push itself.
   * `theta`: a cell this many times smaller than its distance counts as one point; 0 is exact.
   */
  addRepulsion(x: number, y: number, theta: number, force: Float64Array): void {
    const { child, mass, centreX, centreY, side, stack } = this;
    const squaredTheta = theta * theta;
    let depth = 0;
    stack[depth++] = 0;
    let forceX = 0;
    let forceY = 0;
    while (depth > 0) {
      const cell = stack[--depth] ?? 0;
      const weight = mass[cell] ?? 0;
      if (weight === 0) continue;
      const dx = x - (centreX[cell] ?? 0);
      const dy = y - (centreY[cell] ?? 0);
      const squared = dx * dx + dy * dy;
      const first = child[cell] ?? -1;
      const width = side[cell] ?? 0;
      if (first < 0 || width * width < squaredTheta * squared) {
        if (squared < 1e-12) continue;
        const push = weight / squared;
        forceX += push * dx;
        forceY += push * dy;
        continue;
      }
      for (let quarter = 0; quarter < 4; quarter++) stack[depth++] = first + quarter;
    }
    force[0] = (force[0] ?? 0) + forceX;
    force[1] = (force[1] ?? 0) + forceY;
  }

  private insert(x: number, y: number, left: number, top: number): void {
    let cell = 0;
    let cellLeft = left;
    let cellTop = top;
    for (let depth = 0; ; depth++) {
      const held = this.mass[cell] ?? 0;
      const heldX = this.sumX[cell] ?? 0;
      const heldY = this.sumY[cell] ?? 0;
      this.mass[cell] = held + 1;
      this.sumX[cell] = heldX + x;
      this.sumY[cell] = heldY + y;
      const isLeaf = (this.child[cell] ?? -1) < 0;
      if (held === 0 || (isLeaf && (depth >= MAX_DEPTH || (heldX / held === x && heldY / held === y)))) return;
      const half = (this.side[cell] ?? 0) / 2;
      if (isLeaf) this.split(cell, half, held, heldX, heldY, cellLeft, cellTop);
      const isRight = x >= cellLeft + half;
      const isLower = y >= cellTop + half;
      if (isRight) cellLeft += half;
      if (isLower) cellTop += half;
      cell = (this.child[cell] ?? 0) + (isRight ? 1 : 0) + (isLower ? 2 : 0);
    }
  }

  /** Gives a leaf four quarters and puts what it held into the right one. */
  private split(cell: number, half: number, held: number, heldX: number, heldY: number, left: number, top: number): void {
    const first = this.cells;
    for (let quarter = 0; quarter < 4; quarter++) this.addCell(half);
    this.child[cell] = first;
    const target = first + (heldX / held >= left + half ? 1 : 0) + (heldY / held >= top + half ? 2 : 0);
    this.mass[target] = held;
    this.sumX[target] = heldX;
    this.sumY[target] = heldY;
  }

  private addCell(side: number): void {
    if (this.cells === this.capacity) this.grow();
    this.child[this.cells] = -1;
    this.mass[this.cells] = 0;
    this.sumX[this.cells] = 0;
    this.sumY[this.cells] = 0;
    this.side[this.cells] = side;
    this.cells++;
  }

  private grow(): void {
    this.capacity = Math.max(64, this.capacity * 2);
    const child = new Int32Array(this.capacity);
    child.set(this.child);
    this.child = child;
    this.mass = grown(this.mass, this.capacity);
    this.sumX = grown(this.sumX, this.capacity);
    this.sumY = grown(this.sumY, this.capacity);
    this.centreX = grown(this.centreX, this.capacity);
    this.centreY = grown(this.centreY, this.capacity);
    this.side = grown(this.side, this.capacity);
  }
}

function grown(values: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(capacity);
  larger.set(values);
  return larger;
}
