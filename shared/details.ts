import type { Field, Paper } from './paper.ts';
import type { ConceptShare } from './topic-map.ts';

/** What is known of a paper beside what the map has, for tables, filters and colours. */
export interface PaperFacts {
  id: string;
  authors: string[];
  venue: string | null;
  year: number | null;
  /** Name of the file it came from. */
  source: string;
  /** How often it is cited, where its record tells. */
  citations: number | null;
}

/** A mention of a concept in one field of a paper; `start` and `end` are UTF-16 offsets into the cleaned text, end exclusive. */
export interface Mention {
  concept: string;
  field: Field;
  start: number;
  end: number;
}

export interface PaperDetail extends Paper {
  mentions: Mention[];
}

/** A sentence that mentions a concept, with the mention's offsets in `text`. */
export interface MentionSentence {
  paper: string;
  field: Field;
  text: string;
  start: number;
  end: number;
}

export interface ConceptDetail {
  id: string;
  label: string;
  aliases: string[];
  /** Ids and labels of broader concepts, where the thesaurus knows some. */
  broader: { id: string; label: string }[];
  /** Papers that mention it, by weight. */
  papers: { id: string; weight: number; sentence: MentionSentence | null }[];
}

/** A part of why two papers are linked: a concept of both, or one of each that keep the same company. */
export interface LinkReason extends Omit<ConceptShare, 'near'> {
  /** The source's concept. */
  label: string;
  /** The target's concept where it is another one, and concepts that both are found with. */
  near?: { id: string; label: string; company: string[] };
  source: MentionSentence[];
  target: MentionSentence[];
}

/** Why two papers are linked: each shared concept with its share and the sentences in which each paper mentions it. */
export interface LinkExplanation {
  source: string;
  target: string;
  /** 0..1 */
  weight: number;
  because: LinkReason[];
}
