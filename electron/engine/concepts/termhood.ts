import type { TermStatistics } from './statistics.ts';

/** What a term is made of, seen at its first occurrence. */
export interface TermForm {
  /** Words, hyphenated ones counted once. */
  length: number;
  /** Share of words that say nothing by themselves. */
  genericShare: number;
  endsGeneric: boolean;
  /** "continual learning method": a longer term ends in a word that adds nothing. */
  endsVacuous: boolean;
  /** Share of words that are in the English lexicon. */
  englishShare: number;
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
  'frequency', 'title', 'place', 'whole', 'rarity', 'breadth', 'titleShare', 'otherTitles', 'single', 'long', 'endsGeneric', 'acronym',
  'joined', 'listed', 'singleFrequency', 'singleOtherTitles', 'focusRarity', 'focusBreadth', 'focusSingle', 'focusTitle', 'focusLong',
  'focusShared', 'endsVacuous', 'english', 'singleEnglish',
] as const;

/** Numbers that tell a paper's concepts from its other phrases, in the order of FEATURES. */
export function termFeatures(statistics: TermStatistics, term: number, form: TermForm, seen: TermInPaper, focus: number, into: Float64Array): void {
  const papers = statistics.paperCount[term] as number;
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
  into[at++] = rarity;
  into[at++] = breadth;
  into[at++] = titleCount / (papers + 1);
  into[at++] = otherTitles;
  into[at++] = single;
  into[at++] = long;
  into[at++] = endsGeneric;
  into[at++] = form.hasAcronym ? 1 : 0;
  into[at++] = seen.joinedFrequency === seen.frequency ? 1 : 0;
  into[at++] = seen.listed ? 1 : 0;
  into[at++] = single * logFrequency;
  into[at++] = single * otherTitles;
  into[at++] = focus * rarity;
  into[at++] = focus * breadth;
  into[at++] = focus * single;
  into[at++] = focus * title;
  into[at++] = focus * long;
  into[at++] = focus * shared;
  into[at++] = form.endsVacuous ? 1 : 0;
  into[at++] = form.englishShare;
  into[at++] = single * form.englishShare;
}

/** Fitted by logistic regression; see scoreOf. */
const WEIGHTS: Readonly<Record<(typeof FEATURES)[number], number>> = {
  frequency: 0.720, title: -0.310, place: -0.198, whole: 1.006, rarity: 1.729, breadth: -0.072, titleShare: 1.803, otherTitles: 0.197, single: -0.386,
  long: 0.241, endsGeneric: -0.185, acronym: -0.706, joined: -1.540, listed: 0.592, singleFrequency: -0.350, singleOtherTitles: -0.073,
  focusRarity: -3.305, focusBreadth: -0.116, focusSingle: 0.731, focusTitle: 1.330, focusLong: -0.422, focusShared: 0.863, endsVacuous: -0.270,
  english: -0.113, singleEnglish: -0.338,
};
const INTERCEPT = -3.504;
const GIVEN_KEYWORD = 3;

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

/**
 * The probability, 0..1, that an author or indexer would name a term as a concept of the paper, from its features: a logistic regression.
 * Fitted on Inspec's training part (Hulth 2003) and on half of 2,260 ICLR 2024 papers with their authors' keywords, also on an eighth and a
 * fortieth of them and on a twentieth of Inspec's, so that the weights hold for small collections; by Newton's method, ridge 0.001.
 * Inspec's own keyphrases are any telling phrase, authors' keywords what a field shares: `focus` leads from the one to the other.
 * Of held-out terms given 0.25, 0.35, 0.45 and 0.54 (Inspec’s development part), 27, 35, 45 and 53 % are keyphrases.
 */
export function scoreOf(features: Float64Array, given: boolean): number {
  let sum = INTERCEPT + (given ? GIVEN_KEYWORD : 0);
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (features[at] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** An "X of Y" has to recur in this many papers to be a term, or so often in two, or in one that has it in its title. */
const PAPERS_FOR_JOINED = 3;
/** A part of longer phrases has to be in this many papers, and stand alone in this share of them. */
const PAPERS_FOR_PART = 2;
const SHARE_ALONE = { word: 0.25, phrase: 0.1 };

/** A plain word that more than this share of a collection's papers have tells none of them apart. */
const COMMON = { share: 0.6, papers: 20 };

/** Whether the collection, not one paper, speaks for a phrase: it is listed, it recurs by itself, or it is some paper's whole noun phrase. */
export function isTerm(statistics: TermStatistics, term: number, form: TermForm, isListed: boolean, isJoined: boolean): boolean {
  if (isListed) return true;
  if ((statistics.straightFrequency[term] as number) === 0) return false;
  const papers = statistics.paperCount[term] as number;
  if (isJoined) return papers >= PAPERS_FOR_JOINED || (statistics.frequency[term] as number) >= PAPERS_FOR_JOINED && (papers > 1 || (statistics.titleCount[term] as number) > 0);
  const whole = statistics.wholeFrequency[term] as number;
  const isPlainWord = form.length === 1 && !form.hasAcronym && !form.hasCapital;
  if (isPlainWord && papers > COMMON.papers && papers > COMMON.share * statistics.papers) return false;
  if (papers >= PAPERS_FOR_PART) return (statistics.wholePapers[term] as number) >= (form.length === 1 ? SHARE_ALONE.word : SHARE_ALONE.phrase) * papers;
  return whole > 0 && (!isPlainWord || (statistics.frequency[term] as number) > 1 || (statistics.titleCount[term] as number) > 0);
}


/** Whether a phrase of a language whose grammar is not known recurs: in two papers, or in one as two words or in the title. */
export function isTermOfOtherLanguage({ frequency, paperCount, titleCount }: TermStatistics, term: number, form: TermForm): boolean {
  if ((frequency[term] as number) < 2) return false;
  return (paperCount[term] as number) > 1 || form.length > 1 || (titleCount[term] as number) > 0;
}

/** A phrase with a generic modifier recurs in so many papers, and is so large a part of all that is said of the bare one. */
const VALUED = { papers: 2, share: 0.25, manyPapers: 6, smallShare: 0.1 };

/** Whether "critical temperature" is a term, not a temperature that is critical here: it recurs, and `bare`, the temperature, seldom stands without it. */
export function isValuedTerm({ frequency, paperCount }: TermStatistics, term: number, bare: number): boolean {
  const papers = paperCount[term] as number;
  const share = (frequency[term] as number) / Math.max(1, frequency[bare] as number);
  return papers >= VALUED.papers && (share >= VALUED.share || (papers >= VALUED.manyPapers && share >= VALUED.smallShare));
}
