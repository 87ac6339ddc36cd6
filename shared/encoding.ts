import type { PaperFacts } from './details.ts';
import { onceFor } from './once-for.ts';
import { sequenceColour, topicColour, unknownColour } from './palette.ts';
import type { Colouring, ViewState } from './settings.ts';
import { compareText } from './text.ts';
import { topicPlaces } from './topic-places.ts';
import { mainTopics, type MapConcept, type MapPaper, type TopicMap } from './topic-map.ts';

/** What of a paper's facts colours and sizes are drawn from, by id; null while nobody knows them. */
export type EncodedFacts = ReadonlyMap<string, Pick<PaperFacts, 'source' | 'citations'>> | null;

/** What colours tell. */
export type ColourLook = Pick<ViewState, 'colourBy' | 'colourConcept'>;

/** Colourings that tell a number of each paper. */
export type ValueColouring = Exclude<Colouring, 'topic' | 'source'>;

/** A class of papers that share a colour. */
export interface ColourClass {
  /** Id of the topic, or name of the file; null for those beyond the classes that have colours. */
  id: string | null;
  label: string;
  colour: string;
  papers: number;
}

/** Explains the colours of a map. */
export type ColourKey =
  | { kind: 'classes'; colourBy: 'topic' | 'source'; classes: ColourClass[] }
  | {
      kind: 'values';
      colourBy: ValueColouring;
      /** Values at the ends of the colours; papers beyond have the colour of the end. */
      least: number;
      most: number;
      /** The lowest and the highest value that a paper has. */
      lowest: number;
      highest: number;
      /** Colours from least to most, in even steps. */
      stops: string[];
      /** Number of papers in each of as many even steps of value. */
      counts: number[];
      /** Papers of which the value is not known, and their colour. */
      unknown: { papers: number; colour: string };
    }
  /** Colours tell nothing: no paper's value is known, or not yet. */
  | { kind: 'none'; colourBy: Colouring };

/** The colours of papers and concepts, and what they mean. */
export interface ColourEncoding {
  paper: (paper: MapPaper) => string;
  /** Of a concept: its topic's, or that of the mean value of the papers that mention it. */
  concept: (concept: MapConcept) => string;
  key: ColourKey;
}

/** Colours that values are drawn in: as many as eyes tell apart, few enough to paint each at once. */
const STEPS = 24;
/** Part of the papers at each end of an open scale that does not stretch it. */
const STRAYS = 0.02;
/** Files that have a colour of their own; the rest share one. */
const SOURCE_CLASSES = 10;

/** The colours of a map's papers and concepts for a look. Pure; some milliseconds for 2,000 papers. */
export function encodeColours(map: TopicMap, look: ColourLook, facts: EncodedFacts, theme: 'light' | 'dark'): ColourEncoding {
  if (look.colourBy === 'topic') return topicColours(map, theme);
  if (look.colourBy === 'source') return sourceColours(map, facts, theme);
  return valueColours(map, look.colourBy, valueOf(map, look.colourBy, look.colourConcept), theme);
}

function topicColours(map: TopicMap, theme: 'light' | 'dark'): ColourEncoding {
  const colours = new Map([...topicPlaces(map)].map(([id, place]) => [id, topicColour(place, theme)]));
  const colourOf = ({ topic }: { topic: string | null }) => colours.get(topic ?? '') ?? topicColour(null, theme);
  const classes = mainTopics(map).map(({ id, label, papers }) => ({ id, label, colour: colours.get(id) ?? topicColour(null, theme), papers }));
  return { paper: colourOf, concept: colourOf, key: { kind: 'classes', colourBy: 'topic', classes } };
}

function sourceColours(map: TopicMap, facts: EncodedFacts, theme: 'light' | 'dark'): ColourEncoding {
  const counts = tally(map.papers.flatMap(({ id }) => facts?.get(id)?.source ?? []));
  const files = [...counts].sort(([a, papersOfA], [b, papersOfB]) => papersOfB - papersOfA || compareText(a, b));
  const unknown = unknownColour(theme);
  if (files.length === 0) return { paper: () => unknown, concept: () => unknown, key: { kind: 'none', colourBy: 'source' } };
  const classes: ColourClass[] = files.slice(0, SOURCE_CLASSES).map(([id, papers], place) => ({ id, label: id, colour: topicColour(place, theme), papers }));
  const others = files.slice(SOURCE_CLASSES);
  if (others.length > 0) classes.push({ id: null, label: `${others.length} other ${others.length === 1 ? 'file' : 'files'}`, colour: topicColour(null, theme), papers: others.reduce((sum, [, papers]) => sum + papers, 0) });
  const colours = new Map(classes.map(({ id, colour }) => [id, colour]));
  const paper = ({ id }: MapPaper) => {
    const source = facts?.get(id)?.source;
    return source === undefined ? unknown : (colours.get(source) ?? topicColour(null, theme));
  };
  return { paper, concept: mostCommonColour(map, paper, topicColour(null, theme)), key: { kind: 'classes', colourBy: 'source', classes } };
}

/** The colour that most papers of a concept have. */
function mostCommonColour(map: TopicMap, colourOf: (paper: MapPaper) => string, otherwise: string): (concept: MapConcept) => string {
  const colours = mentioning(map, (paper, known: string[] = []) => {
    known.push(colourOf(paper));
    return known;
  });
  return ({ id }) => [...tally(colours().get(id) ?? [])].sort(([a, one], [b, other]) => other - one || compareText(a, b))[0]?.[0] ?? otherwise;
}

function valueColours(map: TopicMap, colourBy: ValueColouring, valueOfPaper: (paper: MapPaper) => number | null, theme: 'light' | 'dark'): ColourEncoding {
  const values = map.papers.flatMap((paper) => valueOfPaper(paper) ?? []).sort((a, b) => a - b);
  const unknown = unknownColour(theme);
  const [least, most] = endsOf(colourBy, values);
  if (values.length === 0) return { paper: () => unknown, concept: () => unknown, key: { kind: 'none', colourBy } };
  const stops = Array.from({ length: STEPS }, (_, step) => sequenceColour(step / (STEPS - 1), theme));
  const stepOf = (value: number) => Math.min(STEPS - 1, Math.max(0, most === least ? STEPS - 1 : Math.floor(((value - least) / (most - least)) * STEPS)));
  const colourOf = (value: number | null | undefined) => (value === null || value === undefined ? unknown : (stops[stepOf(value)] ?? unknown));
  const counts = stops.map(() => 0);
  for (const value of values) counts[stepOf(value)] = (counts[stepOf(value)] ?? 0) + 1;
  const means = meansOf(map, valueOfPaper);
  return {
    paper: (paper) => colourOf(valueOfPaper(paper)),
    concept: ({ id }) => colourOf(means().get(id)),
    key: { kind: 'values', colourBy, least, most, lowest: values[0] ?? least, highest: values.at(-1) ?? most, stops, counts, unknown: { papers: map.papers.length - values.length, colour: unknown } },
  };
}

/** The values at the ends of the colours: all of a share, of the others all but strays. `values` ascending. */
function endsOf(colourBy: Colouring, values: readonly number[]): [number, number] {
  if (colourBy === 'concept') return [0, 1];
  const at = (part: number) => values[Math.round((values.length - 1) * part)] ?? 0;
  if (colourBy === 'confidence') return [Math.floor(at(STRAYS) * 10) / 10, 1];
  return [colourBy === 'degree' ? 0 : at(STRAYS), at(1 - STRAYS)];
}

/** The value of a paper that a look tells; null where it is not known, or the paper lacks the concept. */
function valueOf(map: TopicMap, colourBy: ValueColouring, colourConcept: string | null): (paper: MapPaper) => number | null {
  switch (colourBy) {
    case 'year':
      return ({ year }) => year ?? null;
    case 'confidence':
      return ({ topic, confidence }) => (topic === null ? null : confidence);
    case 'concept':
      return ({ concepts }) => concepts.find(({ id }) => id === colourConcept)?.weight ?? null;
    case 'degree': {
      const degrees = linkCounts(map);
      return ({ id }) => degrees.get(id) ?? 0;
    }
  }
}

/** For each concept the mean value of the papers that mention it, worked out when first asked for. */
function meansOf(map: TopicMap, valueOfPaper: (paper: MapPaper) => number | null): () => ReadonlyMap<string, number> {
  const sums = mentioning(map, (paper, known: { sum: number; papers: number } = { sum: 0, papers: 0 }) => {
    const value = valueOfPaper(paper);
    return value === null ? known : { sum: known.sum + value, papers: known.papers + 1 };
  });
  return once(() => new Map([...sums()].filter(([, { papers }]) => papers > 0).map(([id, { sum, papers }]) => [id, sum / papers])));
}

/** What the papers that mention a concept add up to, by concept. */
function mentioning<T>(map: TopicMap, add: (paper: MapPaper, known: T | undefined) => T): () => ReadonlyMap<string, T> {
  return once(() => {
    const sums = new Map<string, T>();
    for (const paper of map.papers) for (const { id } of paper.concepts) sums.set(id, add(paper, sums.get(id)));
    return sums;
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const countEnds = onceFor((links: TopicMap['links']): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { source, target } of links) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
});

/** Number of links of each paper that has some, by id; counted once for each list of links. */
export function linkCounts({ links }: Pick<TopicMap, 'links'>): ReadonlyMap<string, number> {
  return countEnds(links);
}

/** What colours can tell of a map; false where no paper has it. */
export function knownColourings(map: TopicMap): Record<Colouring, boolean> {
  return {
    topic: true,
    year: map.papers.some(({ year }) => year !== undefined),
    concept: map.concepts.length > 0,
    confidence: map.papers.some(({ topic }) => topic !== null),
    source: true,
    degree: map.links.length > 0,
  };
}
