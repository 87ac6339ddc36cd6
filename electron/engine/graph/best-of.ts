/** The items with the highest scores of those offered, best first; the lower item wins a tie. */
export class BestOf {
  readonly ids: Uint32Array;
  readonly scores: Float64Array;
  count = 0;

  constructor(capacity: number) {
    this.ids = new Uint32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  offer(id: number, score: number): void {
    const { ids, scores } = this;
    const last = ids.length - 1;
    if (this.count > last && (score < (scores[last] as number) || (score === (scores[last] as number) && id > (ids[last] as number)))) return;
    let place = this.count > last ? last : this.count++;
    while (place > 0 && (score > (scores[place - 1] as number) || (score === (scores[place - 1] as number) && id < (ids[place - 1] as number)))) {
      ids[place] = ids[place - 1] as number;
      scores[place] = scores[place - 1] as number;
      place--;
    }
    ids[place] = id;
    scores[place] = score;
  }
}
