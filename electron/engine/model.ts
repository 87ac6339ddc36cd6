import type { Field, Paper } from '../../shared/paper.ts';
import type { Progress } from '../../shared/contract.ts';

/** Every abbreviation of a column here is an index: a paper's or concept's place in its sorted table. */

/** Rows of variable length in three flat arrays (compressed sparse rows): row i is indices[offsets[i]..offsets[i+1]) with its values. */
export interface SparseRows {
  offsets: Uint32Array;
  indices: Uint32Array;
  values: Float32Array;
}

/** One concept of a collection. */
export interface Concept {
  /** Stable and readable, made from its label or its thesaurus entry: "low-rank-adaptation". */
  id: string;
  label: string;
  /** The other wordings under which it was met or is known, most frequent first. */
  aliases: string[];
  /** Number of papers that mention it. */
  papers: number;
  /** Indices of broader concepts that are in this table. */
  broader: number[];
  /** Indices of related concepts that are in this table, where a thesaurus names some. */
  related?: number[];
  /** Why wordings were joined: for the user to see and, later, undo. */
  joins: { wording: string; reason: 'inflection' | 'hyphen' | 'spelling' | 'acronym' | 'thesaurus' | 'order' | 'derivation' | 'user' }[];
}

/** Mentions of all papers in flat arrays; paper p's are offsets[p]..offsets[p+1), by field and start. `field` indexes FIELDS. */
export interface MentionTable {
  offsets: Uint32Array;
  concept: Uint32Array;
  field: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
}

/** What the concepts stage makes of a collection whose papers are sorted by id. */
export interface ConceptIndex {
  concepts: Concept[];
  /**
   * Paper → concepts, best first. A value is the probability, 0..1, that an author or indexer would name the concept for the paper:
   * it means the same in every paper. All concepts worth showing, those of a single paper too.
   */
  paperConcepts: SparseRows;
  mentions: MentionTable;
  /** Paper → words that several papers use, by ascending word, with how often: topics are found by them too. Numbers of words mean nothing by themselves. */
  paperWords?: SparseRows;
  /** Where it was made of another index of the same papers by correcting that: where its concepts come from. */
  derived?: DerivedIndex;
}

/** Concepts of one index as the concepts of another that they come from: several where concepts were joined, the same one for two where it was split. Those of concept c are origins[offsets[c]..offsets[c+1]), ascending. */
export interface DerivedIndex {
  from: ConceptIndex;
  offsets: Uint32Array;
  origins: Uint32Array;
}

/** Undirected links between papers, each once (source < target), sorted; weights 0..1. */
export interface PaperLinks {
  source: Uint32Array;
  target: Uint32Array;
  weight: Float32Array;
}

/** Topics of the papers: topicOf[p] is -1 for an unlinked paper. Topics are numbered by size, then by their smallest paper. */
export interface TopicPartition {
  topicOf: Int32Array;
  confidence: Float32Array;
  count: number;
  modularity: number;
  coverage: number;
  stability: number;
}

/** Positions in map units; y grows downwards; the whole is centred on 0,0. */
export interface Positions {
  x: Float64Array;
  y: Float64Array;
}

/** What a long stage is given to report with and to be stopped by. */
export interface Watch {
  progress(progress: Progress): void;
  /** Throws AtlasError('call.cancelled') once the run is cancelled. Cheap: call it every few thousand steps. */
  check(): void;
}

export const UNWATCHED: Watch = { progress: () => undefined, check: () => undefined };

export type { Field, Paper };

/** Something to read papers from. `name` is the file as the user knows it. */
export type ImportSource =
  | { name: string; path: string }
  | { name: string; bytes: Uint8Array }
  | { name: string; stream: NodeJS.ReadableStream };
