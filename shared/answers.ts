import type { MentionSentence } from './details.ts';
import type { PathEnd } from './settings.ts';

/** A paper found, with where. `marks` are ranges of `excerpt`, end exclusive. */
export interface FoundPaper {
  id: string;
  field: 'title' | 'abstract' | 'authors' | 'keywords' | 'concepts';
  excerpt: string;
  marks: [number, number][];
}

/** A concept found, with the wording that was met and ranges of it. */
export interface FoundConcept {
  id: string;
  wording: string;
  marks: [number, number][];
}

export interface SearchReply {
  /** Best first, `limit` at most. */
  papers: FoundPaper[];
  concepts: FoundConcept[];
  /** Ids of all papers found, best first. */
  matches: string[];
  /** The words searched for instead of misspelt ones; null where there was nothing to mend. */
  corrected: string | null;
}

/** One step of a path: two papers with what joins them, largest share first. */
export interface PathStep {
  source: string;
  target: string;
  /** 0..1 */
  weight: number;
  because: { id: string; label: string; share: number }[];
}

/** A chain of links between two papers. */
export interface MapPath {
  /** Papers in walking order. */
  papers: string[];
  steps: PathStep[];
  /** Product of the steps' weights, 0..1. */
  strength: number;
}

export interface PathReply {
  from: PathEnd;
  to: PathEnd;
  /** Strongest first, at topics counted with how central the papers are where they begin and end; no two share a link. */
  paths: MapPath[];
}

/** A concept in two topics: the share of each one's papers that mention it, 0..1. */
export interface ComparedConcept {
  id: string;
  label: string;
  shares: [number, number];
}

export interface TopicComparison {
  topics: [string, string];
  /** Concepts common in both. */
  shared: ComparedConcept[];
  /** Concepts that set the first apart from the second, and the second from the first. */
  apart: [ComparedConcept[], ComparedConcept[]];
  /** Papers of either with links to both: parts of their link weight, 0..1. Most even first. */
  between: { paper: string; parts: [number, number] }[];
  /** Strongest links between papers of the two. */
  links: { source: string; target: string; weight: number }[];
  /** Sum of the weights of all links between them, and their number. */
  strength: number;
  linkCount: number;
}

/** A join that the engine did or left undone, and was unsure of. */
export interface ReviewItem {
  /** Unique and stable. */
  id: string;
  /** `join`: two concepts that may be one. `split`: a wording that may be no wording of its concept. */
  kind: 'join' | 'split';
  concept: { id: string; label: string; papers: number };
  /** The other concept of a join. */
  other: { id: string; label: string; papers: number } | null;
  /** The wording in question of a split. */
  wording: string | null;
  /** Why it is proposed, in a sentence. */
  reason: string;
  /** How likely it is that both are one, 0..1. */
  likelihood: number;
  /** A sentence for each side that mentions it, where there is one. */
  evidence: MentionSentence[];
}

/** What a change of settings would do. */
export interface SettingsPreview {
  before: { topics: number; links: number; concepts: number; alone: number };
  after: { topics: number; links: number; concepts: number; alone: number };
  /** Papers that would be in another topic. */
  moved: number;
}
