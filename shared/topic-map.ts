import type { MapSettings } from './settings.ts';

export interface WeightedConcept {
  id: string;
  /** Share of the paper's strongest concept, 0..1. */
  weight: number;
}

export interface MapPaper {
  id: string;
  title: string;
  year?: number;
  url?: string;
  topic: string | null;
  /** Sub-topic within the topic, where that is divided. */
  subtopic?: string;
  /** How surely the paper belongs to its topic, 0..1. */
  confidence: number;
  /** True where the user put the paper into its topic, or took it out of any. */
  byHand?: true;
  /** Where nearly as much of the paper's links lead to another topic: that topic, with its share of the paper's link weight (0..1). */
  between?: { topic: string; share: number }[];
  x: number;
  y: number;
  /** Best first. */
  concepts: WeightedConcept[];
}

export interface MapConcept {
  id: string;
  label: string;
  aliases: string[];
  /** Number of papers that mention it. */
  papers: number;
  topic: string | null;
  x: number;
  y: number;
}

export interface MapTopic {
  id: string;
  label: string;
  /** Concept ids, most telling first. */
  concepts: string[];
  papers: number;
  /** Place in the palette, which a topic keeps when others come and go; sub-topics have that of their topic. Without it the place in the list counts. */
  colour?: number;
  /** Topic of the map before that most of this one's papers were in, and that another topic goes on. */
  splitFrom?: string;
  /** Topic of which this is a sub-topic. Sub-topics come after all topics. */
  parent?: string;
}

export interface ConceptShare {
  id: string;
  /** Part of the link's weight that this concept accounts for, 0..1; those of all shared concepts add up to 1, of which a map lists the largest. */
  share: number;
  /** Where the two papers have no concept in common here, but two that keep the same company over the collection: the target's, `id` being the source's. */
  near?: string;
}

export interface MapLink {
  source: string;
  target: string;
  /** Similarity of the two papers, 0..1. */
  weight: number;
  concepts: ConceptShare[];
}

export interface MapNotice {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** The topics of a map without their sub-topics, at the same places as in `map.topics`. */
export function mainTopics({ topics }: Pick<TopicMap, 'topics'>): MapTopic[] {
  return topics.filter(({ parent }) => parent === undefined);
}

/** Place in the palette of a topic at a place in `map.topics`. */
export function palettePlace(topic: MapTopic | undefined, place: number): number {
  return topic?.colour ?? place;
}

/** The finished map: `concept-atlas/topic-map` version 1. Positions are in map units; a paper's disc is about 10 units wide, y grows downwards. */
export interface TopicMap {
  format: 'concept-atlas/topic-map';
  version: 1;
  parameters: MapSettings;
  papers: MapPaper[];
  concepts: MapConcept[];
  topics: MapTopic[];
  links: MapLink[];
  quality: { modularity: number; stability: number; coverage: number; [measure: string]: number };
  notices: MapNotice[];
}
