import type { PaperFacts } from '../../shared/details.ts';
import { mainTopics, type MapPaper, type TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';
import { yearOf } from './matching-papers.ts';
import { yearBins, type YearBin } from './year-bins.ts';
import { yearCounts, type YearCounts } from './year-counts.ts';

/** Papers of one topic, or of all, by column. */
export interface TimelineRow {
  /** Id of a topic; null for the papers without one, undefined for all papers. */
  topic: string | null | undefined;
  label: string;
  /** Place of the topic's colour in the palette; null for none. */
  position: number | null;
  /** Papers of each column, and of those the ones that match. */
  all: readonly number[];
  matching: readonly number[];
  /** Papers with a year that match. */
  total: number;
}

export interface Timeline {
  years: YearCounts;
  bins: readonly YearBin[];
  /** All papers first, then topics as the map lists them, last those without one. */
  rows: readonly TimelineRow[];
  /** The largest number in a topic's row, and in the first row; at least 1. */
  most: { topic: number; all: number };
}

type Facts = ReadonlyMap<string, PaperFacts> | null;

/** How many papers each topic has by year; null where no paper has a year. `matches` are the papers that meet the other conditions, null for all. `mostBins` is how many columns fit. */
export function timelineOf(map: TopicMap, facts: Facts, matches: ReadonlySet<string> | null, mostBins: number): Timeline | null {
  const years = yearCounts(map, facts);
  if (!years) return null;
  const bins = yearBins(years, Math.max(3, mostBins));
  const index = mapIndex(map);
  const rowOf = (topic: TimelineRow['topic'], label: string, papers: readonly MapPaper[]): TimelineRow => {
    const all = countedBy(papers, bins, facts);
    const matching = matches === null ? all : countedBy(papers.filter(({ id }) => matches.has(id)), bins, facts);
    return { topic, label, position: index.topicPosition(topic ?? null), all, matching, total: matching.reduce((sum, count) => sum + count, 0) };
  };
  const alone = index.inTopic(null);
  const topics = mainTopics(map).map(({ id, label }) => rowOf(id, label, index.inTopic(id)));
  const first = rowOf(undefined, 'All papers', map.papers);
  const rows = [first, ...topics, ...(alone.length > 0 ? [rowOf(null, 'Not in a topic', alone)] : [])];
  const most = (counted: readonly TimelineRow[]) => Math.max(1, ...counted.flatMap(({ all }) => all));
  return { years, bins, rows, most: { topic: most(rows.slice(1)), all: most([first]) } };
}

/** Ids of the papers that a cell counts, by id of the topic and column. */
export function papersOfCell(map: TopicMap, facts: Facts, matches: ReadonlySet<string> | null, topic: TimelineRow['topic'], { from, to }: Pick<YearBin, 'from' | 'to'>): string[] {
  const papers = topic === undefined ? map.papers : mapIndex(map).inTopic(topic);
  return papers.filter((paper) => {
    const year = yearOf(paper, facts);
    return year !== null && year >= from && year <= to && (matches === null || matches.has(paper.id));
  }).map(({ id }) => id);
}

function countedBy(papers: readonly MapPaper[], bins: readonly YearBin[], facts: Facts): number[] {
  const columnOf = new Map<number, number>();
  for (const [column, { from, to }] of bins.entries()) for (let year = from; year <= to; year++) columnOf.set(year, column);
  const counts = bins.map(() => 0);
  for (const paper of papers) {
    const year = yearOf(paper, facts);
    const column = year === null ? undefined : columnOf.get(year);
    if (column !== undefined) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}
