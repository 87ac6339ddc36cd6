/** Sums of weights by group, for groups 0..groupCount-1; only groups that were met cost anything. */
export class WeightTally {
  readonly sums: Float64Array;
  /** Groups with a sum, in the order met: the first `count`. */
  readonly groups: Uint32Array;
  count = 0;

  constructor(groupCount: number) {
    this.sums = new Float64Array(groupCount);
    this.groups = new Uint32Array(groupCount);
  }

  /** Adds a weight above 0. */
  add(group: number, weight: number): void {
    const sum = this.sums[group] ?? 0;
    if (sum === 0) this.groups[this.count++] = group;
    this.sums[group] = sum + weight;
  }

  clear(): void {
    for (let place = 0; place < this.count; place++) this.sums[this.groups[place] ?? 0] = 0;
    this.count = 0;
  }
}
