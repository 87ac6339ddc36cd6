import { UNWATCHED, type PaperLinks, type Positions, type TopicPartition, type Watch } from '../model.ts';
import { arrangePapers, type Disc } from './arrange-papers.ts';
import { keepPositions } from './keep-positions.ts';
import { placeTopics } from './place-topics.ts';
import { separatePoints } from './separate-points.ts';
import { boundsOf } from './bounds.ts';

export interface LayoutOptions {
  seed: number;
  /** Width over height of the whole. */
  aspect: number;
  /** Map area per paper, in square map units; a paper's disc is 10 wide. */
  areaPerPaper: number;
  /** Least distance of two papers' centres. */
  minDistance: number;
  /** Width of the gap between topics, on a small map. */
  topicGap: number;
  steps: number;
  /** Where papers lay before, NaN for new papers: known papers stay there when they are at least half of all. */
  previous: Positions | null;
}

export const DEFAULT_LAYOUT_OPTIONS: LayoutOptions = { seed: 1, aspect: 1.5, areaPerPaper: 900, minDistance: 14, topicGap: 34, steps: 120, previous: null };

/**
 * Measured on 2,260 papers: trustworthiness at 10 is 0.82; with links outward at half weight it is 0.73, with a link pull of
 * 2 or 30 it is 0.01 lower.
 */
const FORCES = { theta: 1.2, linkPull: 10, outwardPull: 0.04 };
/** Papers are moved this part of the mean spacing apart at least, so that each has room for a label. */
const EVENNESS = 0.62;
/** Collections of up to this many papers have gaps of `topicGap`; the gap of larger ones grows with the fourth root of their size, to be seen from afar. */
const PAPERS_AT_GAP = 150;

/**
 * Positions of all papers, in map units, the whole centred on 0,0: topics are discs side by side with related ones next to each
 * other, papers lie near their relatives, no two closer than `minDistance`, unlinked papers in rows beneath. The same links and options
 * give the same positions. Where `previous` is given, known papers keep their places and new ones find free places near
 * their relatives.
 */
export function layOutPapers(links: PaperLinks, partition: TopicPartition, paperCount: number, options: Partial<LayoutOptions> = {}, watch: Watch = UNWATCHED): Positions {
  const asked = { ...DEFAULT_LAYOUT_OPTIONS, ...options };
  const all = { ...asked, topicGap: asked.topicGap * Math.max(1, (paperCount / PAPERS_AT_GAP) ** 0.25) };
  const { previous } = all;
  if (previous && keepsPlaces(previous)) return keepPositions(links, partition, previous, all);
  const positions = arrangeAll(links, partition, all, watch);
  return previous ? turnedTowards(positions, previous) : positions;
}

/** Whether a map is laid out around the places that papers had before: where at least half of them had one. */
export function keepsPlaces(previous: Positions): boolean {
  const known = previous.x.reduce((count, x) => count + (Number.isFinite(x) ? 1 : 0), 0);
  return known > 0 && 2 * known >= previous.x.length;
}

function arrangeAll(links: PaperLinks, partition: TopicPartition, options: LayoutOptions, watch: Watch): Positions {
  const discs = discsOf(links, partition, options);
  const positions = arrangePapers(links, partition, discs, { ...FORCES, seed: options.seed, steps: options.steps }, watch);
  stretchToAspect(positions, partition, options.aspect);
  watch.check();
  separateLinked(positions, partition, options);
  placeUnlinked(positions, partition, options);
  return centred(positions);
}

function discsOf(links: PaperLinks, partition: TopicPartition, options: LayoutOptions): Disc[] {
  const { count } = partition;
  const sizes = new Float64Array(count);
  for (const topic of partition.topicOf) if (topic >= 0) sizes[topic] = (sizes[topic] ?? 0) + 1;
  const inner = sizes.map((size) => Math.sqrt((size * options.areaPerPaper) / Math.PI));
  const affinity = new Float64Array(count * count);
  for (const [link, weight] of links.weight.entries()) {
    const source = partition.topicOf[links.source[link] ?? 0] ?? -1;
    const target = partition.topicOf[links.target[link] ?? 0] ?? -1;
    if (source < 0 || target < 0 || source === target) continue;
    const normalized = weight / Math.sqrt((sizes[source] ?? 1) * (sizes[target] ?? 1));
    affinity[source * count + target] = (affinity[source * count + target] ?? 0) + normalized;
    affinity[target * count + source] = (affinity[target * count + source] ?? 0) + normalized;
  }
  const attempts = Math.max(1, Math.min(24, Math.floor(40_000 / (count * count + 1))));
  const centres = placeTopics({ radius: inner.map((radius) => radius + options.topicGap / 2), affinity }, { seed: options.seed, aspect: options.aspect, attempts });
  return Array.from(inner, (radius, topic) => ({ x: centres.x[topic] ?? 0, y: centres.y[topic] ?? 0, radius }));
}

/** Widens (or heightens) a map that is too narrow for the window, by a third at most. */
function stretchToAspect(positions: Positions, partition: TopicPartition, aspect: number): void {
  const { width, height } = boundsOf(positions, (paper) => (partition.topicOf[paper] ?? -1) >= 0);
  if (width === 0 || height === 0) return;
  const stretch = (aspect * height) / width;
  const across = Math.min(1.33, Math.max(1, stretch));
  const down = Math.min(1.33, Math.max(1, 1 / stretch));
  for (let paper = 0; paper < positions.x.length; paper++) {
    positions.x[paper] = (positions.x[paper] ?? 0) * across;
    positions.y[paper] = (positions.y[paper] ?? 0) * down;
  }
}

/** Moves linked papers apart: within a topic evenly, between topics to a gap. */
function separateLinked(positions: Positions, partition: TopicPartition, options: LayoutOptions): void {
  const linked = Uint32Array.from(partition.topicOf.keys()).filter((paper) => (partition.topicOf[paper] ?? -1) >= 0);
  const x = Float64Array.from(linked, (paper) => positions.x[paper] ?? 0);
  const y = Float64Array.from(linked, (paper) => positions.y[paper] ?? 0);
  const groupOf = Int32Array.from(linked, (paper) => partition.topicOf[paper] ?? 0);
  const even = Math.max(options.minDistance, EVENNESS * Math.sqrt(options.areaPerPaper));
  const separation = { groupOf, fixed: null, groupDistance: Math.max(options.topicGap, options.minDistance) };
  const left = separatePoints(x, y, { ...separation, distance: even, maxSweeps: 120 });
  if (left > 0) separatePoints(x, y, { ...separation, distance: options.minDistance, groupDistance: options.minDistance, maxSweeps: 2000 });
  for (const [place, paper] of linked.entries()) {
    positions.x[paper] = x[place] ?? 0;
    positions.y[paper] = y[place] ?? 0;
  }
}

/** Puts papers without links in rows beneath the map, no wider than it. */
function placeUnlinked(positions: Positions, partition: TopicPartition, options: LayoutOptions): void {
  const unlinked = [...partition.topicOf.keys()].filter((paper) => (partition.topicOf[paper] ?? -1) < 0);
  if (unlinked.length === 0) return;
  const spacing = Math.max(options.minDistance, 0.8 * Math.sqrt(options.areaPerPaper));
  const bounds = boundsOf(positions, (paper) => (partition.topicOf[paper] ?? -1) >= 0);
  const isAlone = unlinked.length === partition.topicOf.length;
  const perRow = isAlone ? Math.ceil(Math.sqrt(unlinked.length * options.aspect)) : Math.max(4, Math.floor(bounds.width / spacing) + 1);
  const top = isAlone ? 0 : bounds.bottom + spacing + options.topicGap;
  const middle = bounds.left + bounds.width / 2;
  for (const [place, paper] of unlinked.entries()) {
    const row = Math.floor(place / perRow);
    const inRow = Math.min(perRow, unlinked.length - row * perRow);
    positions.x[paper] = middle + (place - row * perRow - (inRow - 1) / 2) * spacing;
    positions.y[paper] = top + row * spacing;
  }
}

function centred(positions: Positions): Positions {
  const { left, top, width, height } = boundsOf(positions);
  return { x: positions.x.map((x) => x - left - width / 2), y: positions.y.map((y) => y - top - height / 2) };
}

/** The layout mirrored so that known papers lie on the sides where they lay before. */
function turnedTowards(positions: Positions, previous: Positions): Positions {
  return { x: positions.x.map((x) => x * directionOf(positions.x, previous.x)), y: positions.y.map((y) => y * directionOf(positions.y, previous.y)) };
}

function directionOf(values: Float64Array, before: Float64Array): 1 | -1 {
  let agreement = 0;
  for (const [paper, value] of before.entries()) if (Number.isFinite(value)) agreement += value * (values[paper] ?? 0);
  return agreement < 0 ? -1 : 1;
}
