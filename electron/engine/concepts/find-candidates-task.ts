import type { RowRange, Task } from '../parallel/task.ts';
import { CandidateReader } from './candidate-reader.ts';
import type { CandidateSource, FoundCandidates } from './occurrences.ts';
import { PhraseTable, ROOT, type PhraseSnapshot } from './phrase-table.ts';

/** A CandidateSource with the listed phrases, in the form in which threads can be given it. */
export interface CandidateTaskSource extends CandidateSource {
  phrases: PhraseSnapshot;
  isListed: Uint8Array;
  isEntry: Uint8Array;
}

/** Finds the candidates of ranges of papers. */
export const findCandidatesTask: Task<CandidateTaskSource, RowRange, FoundCandidates> = {
  name: 'concepts.findCandidates',
  prepare(source) {
    const list = { phrases: PhraseTable.from(source.phrases), isListed: source.isListed, isEntry: source.isEntry, isFirst: firstWords(source.phrases) };
    const reader = new CandidateReader(source, list);
    return (papers) => reader.read(papers);
  },
};

function firstWords({ edges }: PhraseSnapshot): Uint8Array {
  const firsts: number[] = [];
  for (let at = 2; at < edges.length; at += 2) if (edges[at] === ROOT) firsts.push(edges[at + 1] as number);
  const isFirst = new Uint8Array(firsts.reduce((largest, first) => Math.max(largest, first), 0) + 1);
  for (const first of firsts) isFirst[first] = 1;
  return isFirst;
}
