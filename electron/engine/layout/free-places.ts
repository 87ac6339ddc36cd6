/** Places on the map, no two closer than a distance, and the search for free ones. */
export class FreePlaces {
  private readonly distance: number;
  private readonly cells = new Map<string, { x: number; y: number }[]>();

  constructor(distance: number) {
    this.distance = distance;
  }

  take(x: number, y: number): void {
    const key = this.keyOf(x, y);
    const cell = this.cells.get(key);
    if (cell) cell.push({ x, y });
    else this.cells.set(key, [{ x, y }]);
  }

  isFree(x: number, y: number): boolean {
    for (let column = -1; column <= 1; column++) {
      for (let row = -1; row <= 1; row++) {
        const near = this.cells.get(this.keyOf(x + column * this.distance, y + row * this.distance)) ?? [];
        if (near.some((place) => (place.x - x) ** 2 + (place.y - y) ** 2 < this.distance ** 2)) return false;
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

  private keyOf(x: number, y: number): string {
    return `${Math.floor(x / this.distance)},${Math.floor(y / this.distance)}`;
  }
}
