import { sharedUint32 } from '../parallel/shared-arrays.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import { PhraseTable } from './phrase-table.ts';
import { FIELD_COUNT } from './tokens.ts';

/** What the collection knows of each term; arrays are indexed by phrase. Wordings that a thesaurus joins count as one term. */
export interface TermStatistics {
  papers: number;
  frequency: Uint32Array;
  /** Papers with the term; in their titles. */
  paperCount: Uint32Array;
  titleCount: Uint32Array;
  /** Occurrences that are no part of a longer noun phrase; papers with such. */
  wholeFrequency: Uint32Array;
  wholePapers: Uint32Array;
  /** Distinct longer noun phrases around it. */
  hosts: Uint32Array;
  /** Occurrences in the order in which they are written, not "X of Y" for "Y X". */
  straightFrequency: Uint32Array;
}

/** Counts terms over the collection. `termOf` gives the term of each phrase. */
export function countTerms(occurrences: Occurrences, termOf: Uint32Array): TermStatistics {
  const papers = (occurrences.fields.length - 1) / FIELD_COUNT;
  const column = (): Uint32Array => sharedUint32(termOf.length);
  const counts: TermStatistics = {
    papers, frequency: column(), paperCount: column(), titleCount: column(), wholeFrequency: column(), wholePapers: column(), hosts: column(), straightFrequency: column(),
  };
  const stamps = (): Uint32Array => new Uint32Array(termOf.length);
  const seen = { paper: stamps(), title: stamps(), whole: stamps() };
  const pairs = new PhraseTable();
  for (let field = 0; field + 1 < occurrences.fields.length; field++) {
    const stamp = Math.floor(field / FIELD_COUNT) + 1;
    const isTitle = field % FIELD_COUNT === 0;
    for (let at = occurrences.fields[field] as number; at < (occurrences.fields[field + 1] as number); at++) {
      const term = termOf[occurrences.phrase[at] as number] as number;
      const kind = occurrences.kind[at] as number;
      counts.frequency[term]!++;
      if ((kind & (OCCURRENCE.reordered | OCCURRENCE.derived)) === 0) counts.straightFrequency[term]!++;
      countOnce(counts.paperCount, seen.paper, term, stamp);
      if (isTitle) countOnce(counts.titleCount, seen.title, term, stamp);
      if ((kind & OCCURRENCE.whole) !== 0) {
        counts.wholeFrequency[term]!++;
        countOnce(counts.wholePapers, seen.whole, term, stamp);
        continue;
      }
      const pairsBefore = pairs.size;
      pairs.add(term, occurrences.host[at] as number);
      if (pairs.size > pairsBefore) counts.hosts[term]!++;
    }
  }
  return counts;
}

function countOnce(counts: Uint32Array, seen: Uint32Array, term: number, stamp: number): void {
  if (seen[term] === stamp) return;
  seen[term] = stamp;
  counts[term]!++;
}

const MIXED_BAG = 0.01;
const ONE_CONFERENCE = 0.2;

/** How much the papers speak of the same things, 0 (a mixed bag) to 1 (one conference), by sharedTermsPerPair on a logarithmic scale. */
export function focusOf(statistics: TermStatistics, isLonger: (term: number) => boolean): number {
  const shared = sharedTermsPerPair(statistics, isLonger);
  return Math.min(1, Math.max(0, Math.log(shared / MIXED_BAG) / Math.log(ONE_CONFERENCE / MIXED_BAG)));
}

/**
 * Terms of several words that two papers, drawn at random, may be expected to share. It does not depend on the number of papers (an unbiased estimate, as Simpson's index of diversity is, 1949).
 */
function sharedTermsPerPair(statistics: TermStatistics, isLonger: (term: number) => boolean): number {
  const { papers, paperCount } = statistics;
  if (papers < 2) return 0;
  let pairs = 0;
  for (let term = 1; term < paperCount.length; term++) {
    const count = paperCount[term] as number;
    if (count > 1 && isLonger(term)) pairs += count * (count - 1);
  }
  return pairs / (papers * (papers - 1));
}

/**
 * C-value of a term (K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of multi-word terms: the C-value/NC-value method, 2000):
 * its frequency less the mean of the longer phrases around it, times the logarithm of its length; length plus one, so that single words count too.
 */
export function cValue(statistics: TermStatistics, term: number, length: number): number {
  const frequency = statistics.frequency[term] as number;
  const nested = frequency - (statistics.wholeFrequency[term] as number);
  const hosts = statistics.hosts[term] as number;
  return Math.log2(length + 1) * (frequency - (hosts === 0 ? 0 : nested / hosts));
}
