import type { RowRange, Task } from '../parallel/task.ts';
import { NumberList } from './number-list.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';

/** What is needed to count the words of papers, in the form in which threads can be given it. */
export interface PaperWordSource {
  tokens: Pick<TokenTable, 'word' | 'fields'>;
  /** Number of the normal word, by word. */
  normal: Uint32Array;
  /** 1 for normal words that are counted. */
  isTelling: Uint8Array;
}

/** The counted words of some papers, by ascending normal word. */
export interface CountedWords {
  /** Number of words of each paper. */
  lengths: Uint32Array;
  normal: Uint32Array;
  /** How often the paper has it, at most 65,535 times. */
  times: Uint16Array;
}

const MOST_TIMES = 0xffff;

/** Counts the telling words of ranges of papers. */
export const countPaperWordsTask: Task<PaperWordSource, RowRange, CountedWords> = {
  name: 'concepts.countPaperWords',
  prepare(source) {
    const counts = new Uint32Array(source.isTelling.length);
    return (papers) => countWords(source, papers, counts);
  },
};

/** `counts` are all 0, before and after. */
function countWords({ tokens: { word, fields }, normal, isTelling }: PaperWordSource, [from, to]: RowRange, counts: Uint32Array): CountedWords {
  const lengths = new Uint32Array(to - from);
  const normals = new NumberList((length) => new Uint32Array(length));
  const times = new NumberList((length) => new Uint16Array(length));
  const met = new Uint32Array(counts.length);
  for (let paper = from; paper < to; paper++) {
    const end = fields[(paper + 1) * FIELD_COUNT] as number;
    let length = 0;
    for (let at = fields[paper * FIELD_COUNT] as number; at < end; at++) {
      const form = normal[word[at] as number] as number;
      if (isTelling[form] === 0) continue;
      if (counts[form] === 0) met[length++] = form;
      counts[form]!++;
    }
    for (const form of met.subarray(0, length).sort()) {
      normals.push(form);
      times.push(Math.min(counts[form] as number, MOST_TIMES));
      counts[form] = 0;
    }
    lengths[paper - from] = length;
  }
  return { lengths, normal: normals.toArray(), times: times.toArray() };
}
