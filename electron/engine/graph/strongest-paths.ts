import type { MapLink } from '../../../shared/topic-map.ts';
import { CostHeap } from './cost-heap.ts';

/** Papers at any of which a path may begin or end, with how good a place each is, 0..1: a path from a worse one has to be stronger. */
export type PathEnds = ReadonlyMap<string, number>;

/** A chain of links in walking order, `papers` one more than `links`. */
export interface LinkChain {
  papers: string[];
  links: MapLink[];
}

const LEAST_WEIGHT = 1e-9;
/** Added to each step, so that of chains as strong the shorter one is taken. */
const STEP_COST = 1e-6;
const NOWHERE = -1;

/** The strongest chains of links between papers, asked again and again for the same links. */
export class StrongestPaths {
  readonly #links: readonly MapLink[];
  readonly #papers: string[];
  readonly #rowOf: Map<string, number>;
  /** The links of paper p are linksOf[offsets[p]..offsets[p+1]), each with its other paper. */
  readonly #offsets: Uint32Array;
  readonly #linksOf: Uint32Array;
  readonly #others: Uint32Array;
  readonly #costs: Float64Array;

  constructor(links: readonly MapLink[]) {
    this.#links = links;
    this.#papers = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
    this.#rowOf = new Map(this.#papers.map((paper, row) => [paper, row]));
    this.#costs = Float64Array.from(links, ({ weight }) => costOf(weight));
    this.#offsets = new Uint32Array(this.#papers.length + 1);
    this.#linksOf = new Uint32Array(2 * links.length);
    this.#others = new Uint32Array(2 * links.length);
    this.#fillRows();
  }

  /**
   * The strongest chain between papers: the one whose weights have the largest product (Dijkstra 1959 on −log weight); then the strongest one that
   * shares no link with it, and so on, `count` at most. Of chains that share no link none is a mere variant of another, as the k shortest paths of
   * Yen (1971) mostly are. Empty where no chain joins them; one of no links where an end is also a start.
   */
  find(from: PathEnds, to: PathEnds, count: number): LinkChain[] {
    const both = bestOfBoth(from, to);
    if (both !== null) return [{ papers: [both], links: [] }];
    const [starts, ends] = [this.#endCosts(from), this.#endCosts(to)];
    const used = new Set<number>();
    const chains: LinkChain[] = [];
    while (chains.length < count) {
      const chain = this.#strongest(starts, ends, used);
      if (!chain) break;
      chains.push(chain);
    }
    return chains;
  }

  #fillRows(): void {
    const rows = this.#links.map(({ source, target }) => [this.#rowOf.get(source) ?? 0, this.#rowOf.get(target) ?? 0] as const);
    for (const ends of rows) for (const row of ends) this.#offsets[row + 1] = (this.#offsets[row + 1] ?? 0) + 1;
    for (let row = 0; row < this.#papers.length; row++) this.#offsets[row + 1] = (this.#offsets[row + 1] ?? 0) + (this.#offsets[row] ?? 0);
    const next = this.#offsets.slice();
    for (const [link, [source, target]] of rows.entries()) {
      for (const [row, other] of [[source, target], [target, source]] as const) {
        const at = next[row] ?? 0;
        this.#linksOf[at] = link;
        this.#others[at] = other;
        next[row] = at + 1;
      }
    }
  }

  #endCosts(ends: PathEnds): Map<number, number> {
    const costs = new Map<number, number>();
    for (const [paper, weight] of ends) {
      const row = this.#rowOf.get(paper);
      if (row !== undefined) costs.set(row, costOf(weight));
    }
    return costs;
  }

  /** The cheapest chain without the links in `used`, to which its own are added; null where there is none. */
  #strongest(starts: ReadonlyMap<number, number>, ends: ReadonlyMap<number, number>, used: Set<number>): LinkChain | null {
    const costs = new Float64Array(this.#papers.length).fill(Infinity);
    const cameBy = new Int32Array(this.#papers.length).fill(NOWHERE);
    const heap = new CostHeap();
    for (const [row, cost] of starts) {
      costs[row] = cost;
      heap.push(cost, row);
    }
    let best = { row: NOWHERE, cost: Infinity };
    for (let top = heap.pop(); top && top.cost < best.cost; top = heap.pop()) {
      if (top.cost > (costs[top.item] ?? 0)) continue;
      const whole = top.cost + (ends.get(top.item) ?? Infinity);
      if (whole < best.cost) best = { row: top.item, cost: whole };
      this.#walkFrom(top.item, top.cost, costs, cameBy, used, heap);
    }
    return best.row === NOWHERE ? null : this.#chainTo(best.row, cameBy, used);
  }

  #walkFrom(row: number, cost: number, costs: Float64Array, cameBy: Int32Array, used: ReadonlySet<number>, heap: CostHeap): void {
    for (let at = this.#offsets[row] ?? 0; at < (this.#offsets[row + 1] ?? 0); at++) {
      const link = this.#linksOf[at] ?? 0;
      const other = this.#others[at] ?? 0;
      const reached = cost + (this.#costs[link] ?? 0);
      if (reached >= (costs[other] ?? 0) || used.has(link)) continue;
      costs[other] = reached;
      cameBy[other] = link;
      heap.push(reached, other);
    }
  }

  #chainTo(end: number, cameBy: Int32Array, used: Set<number>): LinkChain {
    const chain: LinkChain = { papers: [this.#papers[end] ?? ''], links: [] };
    let row = end;
    for (let link = this.#links[cameBy[row] ?? NOWHERE]; link; link = this.#links[cameBy[row] ?? NOWHERE]) {
      const before = link.source === this.#papers[row] ? link.target : link.source;
      used.add(cameBy[row] ?? NOWHERE);
      chain.links.unshift(link);
      chain.papers.unshift(before);
      row = this.#rowOf.get(before) ?? 0;
    }
    return chain;
  }
}

function costOf(weight: number): number {
  return STEP_COST - Math.log(Math.max(LEAST_WEIGHT, Math.min(1, weight)));
}

/** The best of the papers that are start and end; null where none is. */
function bestOfBoth(from: PathEnds, to: PathEnds): string | null {
  let best: { paper: string; weight: number } | null = null;
  for (const [paper, weight] of from) {
    const product = weight * (to.get(paper) ?? 0);
    if (product > (best?.weight ?? 0)) best = { paper, weight: product };
  }
  return best?.paper ?? null;
}
