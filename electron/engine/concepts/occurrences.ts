import type { AcronymTable } from './acronym-table.ts';
import type { ActionNouns } from './action-nouns.ts';
import type { Compounds } from './compounds.ts';
import type { PhraseTable } from './phrase-table.ts';
import type { TokenTable } from './tokens.ts';
import type { WordFacts } from './words.ts';

/** How an occurrence was met; bits. */
export const OCCURRENCE = {
  /** Not part of a longer noun phrase. */
  whole: 1,
  /** A label of a thesaurus, or a keyword that some paper gives. */
  listed: 2,
  /** An acronym that stands for the phrase. */
  acronym: 4,
  /** "generation of images" for "image generation". */
  reordered: 8,
  /** "mixture of experts": a noun phrase with "of". */
  joined: 16,
  /** "quantize the weights" for "weight quantization". */
  derived: 32,
  /** In a text of another language, whose grammar is not known. */
  otherLanguage: 64,
  /** With a generic modifier that may be part of it: "critical temperature". */
  valued: 128,
} as const;

/** All places where a candidate stands, in order of papers and fields. Tokens are numbers in the token table, `end` exclusive. */
export interface Occurrences {
  phrase: Uint32Array;
  first: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
  /** Occurrences of field f of paper p: fields[3p+f]..fields[3p+f+1). */
  fields: Uint32Array;
}

/** What is written out as several words before phrases are compared. */
export interface WrittenOut {
  acronyms: AcronymTable;
  /** Closed words that the collection also writes as two. */
  compounds: Compounds;
  actions: ActionNouns;
}

/** All that candidates are found from, but for the listed phrases. */
export interface CandidateSource {
  tokens: TokenTable;
  words: WordFacts;
  /** Words as they are written, by number. */
  surfaces: readonly string[];
  writtenOut: WrittenOut;
}

/** The phrases known beforehand; arrays are indexed by phrase. */
export interface ListedPhrases {
  phrases: PhraseTable;
  /** 1 for what a thesaurus or some paper lists. */
  isListed: Uint8Array;
  /** 1 for labels of a thesaurus. */
  isEntry: Uint8Array;
  /** 1 for normal words that some listed phrase begins with, by word number. */
  isFirst: Uint8Array;
}

/** Candidates of some papers. Phrases that are not listed are numbered by themselves, after the listed ones. */
export interface FoundCandidates extends Occurrences {
  /** Of each phrase that is not listed, the phrase without its last word, and that word. */
  edges: Int32Array;
}
