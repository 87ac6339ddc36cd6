/** Items by cost, cheapest first; of equal cost the smaller number first. A binary heap. */
export class CostHeap {
  readonly #costs: number[] = [];
  readonly #items: number[] = [];

  push(cost: number, item: number): void {
    let place = this.#items.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(cost, item, this.#costs[parent], this.#items[parent])) break;
      this.#put(place, this.#costs[parent] ?? 0, this.#items[parent] ?? 0);
      place = parent;
    }
    this.#put(place, cost, item);
  }

  /** Takes the cheapest item out; null where there is none. */
  pop(): { cost: number; item: number } | null {
    const [cost, item] = [this.#costs[0], this.#items[0]];
    if (cost === undefined || item === undefined) return null;
    const [lastCost = 0, lastItem = 0] = [this.#costs.pop(), this.#items.pop()];
    if (this.#items.length > 0) this.#sink(lastCost, lastItem);
    return { cost, item };
  }

  #sink(cost: number, item: number): void {
    const size = this.#items.length;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const right = child + 1;
      const least = right < size && isBefore(this.#costs[right], this.#items[right], this.#costs[child], this.#items[child]) ? right : child;
      if (!isBefore(this.#costs[least], this.#items[least], cost, item)) break;
      this.#put(place, this.#costs[least] ?? 0, this.#items[least] ?? 0);
      place = least;
    }
    this.#put(place, cost, item);
  }

  #put(place: number, cost: number, item: number): void {
    this.#costs[place] = cost;
    this.#items[place] = item;
  }
}

function isBefore(cost = 0, item = 0, otherCost = 0, otherItem = 0): boolean {
  return cost === otherCost ? item < otherItem : cost < otherCost;
}
