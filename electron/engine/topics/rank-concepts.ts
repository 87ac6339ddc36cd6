import type { ConceptIndex } from '../model.ts';

/** How telling a concept is of a group of papers. */
export interface TellingConcept {
  concept: number;
  score: number;
  /** Part of the group's papers that have it, 0..1. */
  recall: number;
}

/** Says that the prior counts for, as a part of all that the groups' papers say, shared out over the groups. */
const PRIOR_SHARE = 0.1;
/** What a concept's being of this group rather than others counts for, and its being in much of the group. */
const PRECISION_EXPONENT = 0.75;
const RECALL_EXPONENT = 0.5;

/**
 * The concepts that tell each group of papers from the others, most telling first: by the z-score of the weighted log-odds with the whole
 * collection as prior (Monroe, Colaresi & Quinn 2008, equations 15 to 22), where a paper counts for a concept by the concept's value in
 * it; a concept that is elsewhere too, or in few of the group's papers, falls behind. `groups` lists the papers of each group; what
 * they hold together is the collection.
 */
export function rankConcepts(index: ConceptIndex, groups: readonly ArrayLike<number>[]): TellingConcept[][] {
  const whole = new ConceptTally(index);
  for (const papers of groups) whole.addPapers(papers);
  const own = new ConceptTally(index);
  const prior = (PRIOR_SHARE * whole.total) / Math.max(1, groups.length);
  return groups.map((papers) => {
    own.clear();
    own.addPapers(papers);
    const ranked: TellingConcept[] = [];
    for (const concept of own.concepts) {
      const count = own.papersOf[concept] ?? 0;
      const zScore = logOddsScore(own, whole, concept, prior);
      if (zScore <= 0 || (count < 2 && papers.length > 3)) continue;
      const precision = count / (whole.papersOf[concept] ?? 1);
      const recall = count / papers.length;
      ranked.push({ concept, recall, score: zScore * precision ** PRECISION_EXPONENT * recall ** RECALL_EXPONENT });
    }
    return ranked.sort((a, b) => b.score - a.score || a.concept - b.concept);
  });
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

  addPapers(papers: ArrayLike<number>): void {
    const { offsets, indices, values } = this.index.paperConcepts;
    for (let place = 0; place < papers.length; place++) {
      const paper = papers[place] ?? 0;
      for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
        const concept = indices[entry] ?? 0;
        const value = values[entry] ?? 0;
        if (this.papersOf[concept] === 0) this.concepts.push(concept);
        this.papersOf[concept] = (this.papersOf[concept] ?? 0) + 1;
        this.values[concept] = (this.values[concept] ?? 0) + value;
        this.total += value;
      }
    }
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
