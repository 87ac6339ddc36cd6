import type { TermStatistics } from './statistics.ts';
import { cValue } from './statistics.ts';

/** What a term is made of, seen at its first occurrence. */
export interface TermForm {
  /** Words, hyphenated ones counted once. */
  length: number;
  /** Share of words that say nothing by themselves. */
  genericShare: number;
  endsGeneric: boolean;
  hasAcronym: boolean;
  hasCapital: boolean;
}

/** What is seen of a term in one paper. */
export interface TermInPaper {
  frequency: number;
  inTitle: boolean;
  /** Where it first stands in the abstract, 0..1; 1 where it does not. */
  firstPlace: number;
  wholeFrequency: number;
  /** Only met as "X of Y" where the collection says "Y X", or as a noun phrase with "of". */
  joinedFrequency: number;
  listed: boolean;
  /** A keyword that the paper itself gives. */
  given: boolean;
}

export const FEATURES = [
  'frequency', 'title', 'place', 'whole', 'nestedOnly', 'rarity', 'shared', 'breadth', 'independence', 'titleShare', 'otherTitles', 'cValue', 'single', 'long', 'generic', 'endsGeneric', 'acronym', 'capital',
  'joined', 'listed', 'singleFrequency', 'singleRarity', 'singleTitle', 'singleOtherTitles', 'focusRarity', 'focusBreadth', 'focusSingle', 'focusTitle', 'focusLong', 'focusEndsGeneric', 'focusShared',
] as const;

/** Numbers that tell a paper's concepts from its other phrases, in the order of FEATURES. */
export function termFeatures(statistics: TermStatistics, term: number, form: TermForm, seen: TermInPaper, focus: number, into: Float64Array): void {
  const papers = statistics.paperCount[term] as number;
  const frequency = statistics.frequency[term] as number;
  const collection = Math.log2(Math.max(2, statistics.papers));
  const titleCount = statistics.titleCount[term] as number;
  const single = form.length === 1 ? 1 : 0;
  const long = form.length > 2 ? 1 : 0;
  const title = seen.inTitle ? 1 : 0;
  const logFrequency = Math.log2(1 + seen.frequency);
  const rarity = (collection - Math.log2(papers)) / collection;
  const breadth = Math.log2(papers);
  const shared = papers > 1 ? 1 : 0;
  const otherTitles = Math.log2(1 + Math.max(0, titleCount - title));
  const endsGeneric = form.endsGeneric ? 1 : 0;
  let at = 0;
  into[at++] = logFrequency;
  into[at++] = title;
  into[at++] = Math.log(1 + 10 * seen.firstPlace);
  into[at++] = seen.wholeFrequency / seen.frequency;
  into[at++] = seen.wholeFrequency === 0 ? 1 : 0;
  into[at++] = rarity;
  into[at++] = shared;
  into[at++] = breadth;
  into[at++] = (statistics.wholeFrequency[term] as number) / frequency;
  into[at++] = titleCount / (papers + 1);
  into[at++] = otherTitles;
  into[at++] = Math.log2(1 + Math.max(0, cValue(statistics, term, form.length)));
  into[at++] = single;
  into[at++] = long;
  into[at++] = form.genericShare;
  into[at++] = endsGeneric;
  into[at++] = form.hasAcronym ? 1 : 0;
  into[at++] = form.hasCapital ? 1 : 0;
  into[at++] = seen.joinedFrequency === seen.frequency ? 1 : 0;
  into[at++] = seen.listed ? 1 : 0;
  into[at++] = single * logFrequency;
  into[at++] = single * rarity;
  into[at++] = single * title;
  into[at++] = single * otherTitles;
  into[at++] = focus * rarity;
  into[at++] = focus * breadth;
  into[at++] = focus * single;
  into[at++] = focus * title;
  into[at++] = focus * long;
  into[at++] = focus * endsGeneric;
  into[at++] = focus * shared;
}

/** Fitted by logistic regression; see scoreOf. */
const WEIGHTS: Readonly<Record<(typeof FEATURES)[number], number>> = {
  frequency: 0.73, title: -0.7, place: -0.15, whole: 0.38, nestedOnly: -0.8, rarity: 2, shared: 0.1, breadth: -0.17, independence: 0.8, titleShare: 1.5, otherTitles: 0.2, cValue: 0, single: -0.8, long: 0.5,
  generic: -0.6, endsGeneric: 0.1, acronym: -0.5, capital: 0.15, joined: -2.6, listed: 0.5, singleFrequency: -0.45, singleRarity: 0, singleTitle: 0.1, singleOtherTitles: 0, focusRarity: -12, focusBreadth: -0.2,
  focusSingle: 2.5, focusTitle: 6, focusLong: -3, focusEndsGeneric: -2, focusShared: 2.6,
};
const INTERCEPT = -2;
const GIVEN_KEYWORD = 3;

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

/**
 * The probability, 0..1, that a term would be called a concept of the paper, from its features: a logistic regression.
 * Fitted on Inspec's training part (Hulth 2003) and on half of the ICLR 2024 papers with their authors' keywords, by Newton's method, ridge 0.001.
 * Inspec's own keyphrases are any telling phrase, authors' keywords what a field shares: `focus` leads from the one to the other.
 */
export function scoreOf(features: Float64Array, given: boolean): number {
  let sum = INTERCEPT + (given ? GIVEN_KEYWORD : 0);
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (features[at] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** An "X of Y" has to recur in this many papers to be a term. */
const PAPERS_FOR_JOINED = 3;
/** A part of longer phrases has to be in this many papers, and in one of them stand alone. */
const PAPERS_FOR_PART = 2;

/** Whether the collection, not one paper, speaks for a phrase: it is listed, it recurs by itself, or it is some paper's whole noun phrase. */
export function isTerm(statistics: TermStatistics, term: number, length: number, isListed: boolean, isJoined: boolean): boolean {
  if (isListed) return true;
  if ((statistics.straightFrequency[term] as number) === 0) return false;
  const papers = statistics.paperCount[term] as number;
  if (isJoined) return papers >= PAPERS_FOR_JOINED;
  const whole = statistics.wholeFrequency[term] as number;
  if (papers >= PAPERS_FOR_PART) return whole > 0 || (statistics.hosts[term] as number) > 2;
  return whole > 0 && (length > 1 || (statistics.frequency[term] as number) > 1 || (statistics.titleCount[term] as number) > 0);
}

