import type { ConceptIndex } from '../model.ts';
import type { Company } from './company.ts';
import type { JoinCandidate, JoinHint } from './join-candidates.ts';

/** How likely two concepts are one, and how much it would change to join them. */
export interface WeighedJoin extends JoinCandidate {
  /** 0..1 */
  likelihood: number;
  /** What there is to gain by asking, in no unit. */
  gain: number;
}

/**
 * Log-odds that two concepts are one. What company, papers in common and numbers count for, and the odds of parts and shared words, are by logistic regression over 1,464 pairs
 * of ICLR 2024 and AAAI 2021–22 of which the built-in thesaurus, left out when they were found, knows both: predicted 0–.1, .1–.2 and .2–.3 came out as .05, .13 and .24.
 * It knows too few pairs of the other kinds: their odds were set by reading the lists that come out for three collections.
 */
const ODDS: Record<JoinHint, number> = { letters: 2.03, order: 2.03, turned: -0.4, forms: 0.2, typing: 0.49, acronym: 0.74, part: -1.68, word: -3.18 };
const ALIKE = 1.25;
const ALIKE_BY_WORD = 1.66;
const TOGETHER = 1.38;
const TOGETHER_AS_PART = -1.57;
const TIMES_AS_MANY = -0.32;

/** How likely it is that two concepts are one, by why they may be, the company that they keep, how often they are found together, and how much more papers one has. */
export function weighJoin(index: ConceptIndex, company: Company, candidate: JoinCandidate): WeighedJoin {
  const { one, other, hint } = candidate;
  const [many, few] = [company.papersOf(one).length, company.papersOf(other).length];
  const both = company.together(one, other);
  const together = both / few;
  const odds = ODDS[hint] + (hint === 'acronym' ? oddsOfInitials(index, candidate) : 0) + company.alike(one, other) * (ALIKE + (hint === 'word' ? ALIKE_BY_WORD : 0)) + together * (TOGETHER + (hint === 'part' ? TOGETHER_AS_PART : 0)) + TIMES_AS_MANY * Math.log(many / few);
  const likelihood = 1 / (1 + Math.exp(-odds));
  const papers = index.paperConcepts.offsets.length - 1;
  return { ...candidate, likelihood, gain: likelihood * effectOf(papers, many, few, both) };
}

/** Two letters stand for much; four seldom fit by chance. */
function oddsOfInitials({ concepts }: ConceptIndex, { one, other }: JoinCandidate): number {
  const letters = Math.min(concepts[one]?.label.length ?? 0, concepts[other]?.label.length ?? 0);
  return letters <= 2 ? -2 : letters === 3 ? -0.4 : 0.4;
}

/** How much it changes that papers of two sets share a concept, or do no more: the papers that meet others by it, tempered, by how rare it is. */
export function effectOf(papers: number, one: number, other: number, both: number): number {
  const meeting = 2 * (Math.min(one, other) - both);
  return Math.log(1.5 + meeting) * Math.log((papers + 1) / Math.min(papers, one + other - both));
}
