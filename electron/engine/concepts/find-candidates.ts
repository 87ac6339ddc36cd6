import type { Watch } from '../model.ts';
import { sharedUint32, sharedUint8 } from '../parallel/shared-arrays.ts';
import { rowRanges } from '../parallel/task.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { findCandidatesTask } from './find-candidates-task.ts';
import type { CandidateSource, FoundCandidates, Occurrences } from './occurrences.ts';
import type { PhraseList } from './phrase-list.ts';
import type { PhraseTable } from './phrase-table.ts';
import { FEW_PAPERS, PAPERS_OF_A_PART, renumbered } from './read-texts.ts';
import { FIELD_COUNT } from './tokens.ts';

/** All candidates of all papers. Their phrases are added to the list's, in the order in which they are met. */
export function findCandidates(source: CandidateSource, list: PhraseList, watch: Watch, pool: ThreadPool): Occurrences {
  const parts = rowRanges((source.tokens.fields.length - 1) / FIELD_COUNT, PAPERS_OF_A_PART, FEW_PAPERS);
  const flags = (phrases: Iterable<number>): Uint8Array => {
    const isIn = new Uint8Array(list.phrases.size);
    for (const phrase of phrases) isIn[phrase] = 1;
    return isIn;
  };
  const { tokens, words, surfaces, writtenOut } = source;
  const { normal, wordClass, flags: wordFlags } = words;
  const common = { tokens, words: { normal, wordClass, flags: wordFlags }, surfaces, writtenOut, phrases: list.phrases.snapshot(), isListed: flags(list.listed), isEntry: flags(list.entryOf.keys()) };
  const report = (done: number): void => watch.progress({ stage: 'concepts', done: parts.length + done, total: parts.length * 2, label: 'Finding concepts' });
  return joinCandidates(pool.map(findCandidatesTask, common, parts, watch, report), list.phrases);
}

/** One table of the parts' candidates, their phrases numbered anew as if they had been met one after the other. Takes the parts out of their list, so that their memory is free again. */
function joinCandidates(parts: FoundCandidates[], phrases: PhraseTable): Occurrences {
  const count = parts.reduce((sum, { phrase }) => sum + phrase.length, 0);
  const fieldCount = parts.reduce((sum, { fields }) => sum + fields.length - 1, 0);
  const joined: Occurrences = {
    phrase: sharedUint32(count), first: sharedUint32(count), end: sharedUint32(count), kind: sharedUint8(count), fields: sharedUint32(fieldCount + 1),
  };
  const listSize = phrases.size;
  let at = 0;
  let field = 0;
  for (let part = parts.shift(); part; part = parts.shift()) {
    const numberOf = phrases.addPhrases(listSize, part.edges);
    joined.phrase.set(renumbered(part.phrase, numberOf), at);
    joined.first.set(part.first, at);
    joined.end.set(part.end, at);
    joined.kind.set(part.kind, at);
    for (let row = 1; row < part.fields.length; row++) joined.fields[++field] = at + (part.fields[row] as number);
    at += part.phrase.length;
  }
  return joined;
}
