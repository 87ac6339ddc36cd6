import type { ConceptIndex } from '../model.ts';

/** How telling a concept is of a group of papers. */
export interface TellingConcept {
  concept: number;
  score: number;
  /** Part of the group's papers that have it, 0..1. */
  recall: number;
}

/** In a group of more papers than this a single one's concept tells nothing of the group, nor does one in a smaller part of it. */
const SMALL_GROUP = 3;
const LEAST_RECALL = 0.004;
/** Says that the prior counts for, as a part of all that the groups' papers say, shared out over the groups. */
const PRIOR_SHARE = 0.1;
/** What a concept's being of this group rather than others counts for, and its being in much of the group. */
const PRECISION_EXPONENT = 0.75;
const RECALL_EXPONENT = 0.5;

/** Ranks the concepts of groups of papers, again and again for one index. */
export class ConceptRanking {
  private readonly whole: ConceptTally;
  private readonly own: ConceptTally;

  constructor(index: ConceptIndex) {
    this.whole = new ConceptTally(index);
    this.own = new ConceptTally(index);
  }

  /**
   * The concepts that tell each group of papers from the others, most telling first: by the z-score of the weighted log-odds with the whole
   * collection as prior (Monroe, Colaresi & Quinn 2008, equations 15 to 22), where a paper counts for a concept by the concept's value in
   * it; a concept that is elsewhere too, or in few of the group's papers, falls behind. `groups` lists the papers of each group; what
   * they hold together is the collection.
   */
  rank(groups: readonly ArrayLike<number>[]): TellingConcept[][] {
    this.whole.clear();
    for (const papers of groups) this.whole.addPapers(papers, null);
    const prior = (PRIOR_SHARE * this.whole.total) / Math.max(1, groups.length);
    return groups.map((papers) => this.rankOne(papers, prior));
  }

  private rankOne(papers: ArrayLike<number>, prior: number): TellingConcept[] {
    const { whole, own } = this;
    const leastPapers = papers.length <= SMALL_GROUP ? 1 : Math.max(2, LEAST_RECALL * papers.length);
    own.clear();
    own.addPapers(papers, { papersOf: whole.papersOf, least: leastPapers });
    const ranked: TellingConcept[] = [];
    for (const concept of own.concepts) {
      const count = own.papersOf[concept] ?? 0;
      if (count < leastPapers) continue;
      const zScore = logOddsScore(own, whole, concept, prior);
      if (zScore <= 0) continue;
      const precision = count / (whole.papersOf[concept] ?? 1);
      const recall = count / papers.length;
      ranked.push({ concept, recall, score: zScore * precision ** PRECISION_EXPONENT * recall ** RECALL_EXPONENT });
    }
    return ranked.sort((a, b) => b.score - a.score || a.concept - b.concept);
  }
}

function logOddsScore(own: ConceptTally, whole: ConceptTally, concept: number, prior: number): number {
  const inside = own.values[concept] ?? 0;
  const everywhere = whole.values[concept] ?? 0;
  const expected = (prior * everywhere) / whole.total;
  const here = inside + expected;
  const there = everywhere - inside + expected;
  const odds = here / (own.total + prior - here);
  const oddsElsewhere = there / (whole.total - own.total + prior - there);
  return Math.log(odds / oddsElsewhere) / Math.sqrt(1 / here + 1 / there);
}

/** Sums of concepts' values over papers, and numbers of papers. */
class ConceptTally {
  readonly values: Float64Array;
  readonly papersOf: Uint32Array;
  /** Concepts met. */
  concepts: number[] = [];
  total = 0;
  private readonly index: ConceptIndex;

  constructor(index: ConceptIndex) {
    this.index = index;
    this.values = new Float64Array(index.concepts.length);
    this.papersOf = new Uint32Array(index.concepts.length);
  }

  /** Counts papers in. `among` leaves concepts out that too few papers have, all together; their values count in the total all the same. */
  addPapers(papers: ArrayLike<number>, among: { papersOf: Uint32Array; least: number } | null): void {
    const { offsets, indices, values } = this.index.paperConcepts;
    const { papersOf, values: sums, concepts } = this;
    let { total } = this;
    for (let place = 0; place < papers.length; place++) {
      const paper = papers[place] as number;
      const end = offsets[paper + 1] as number;
      for (let entry = offsets[paper] as number; entry < end; entry++) {
        const concept = indices[entry] as number;
        const value = values[entry] as number;
        total += value;
        if (among && (among.papersOf[concept] as number) < among.least) continue;
        if (papersOf[concept] === 0) concepts.push(concept);
        papersOf[concept]!++;
        sums[concept]! += value;
      }
    }
    this.total = total;
  }

  clear(): void {
    for (const concept of this.concepts) {
      this.values[concept] = 0;
      this.papersOf[concept] = 0;
    }
    this.concepts = [];
    this.total = 0;
  }
}
