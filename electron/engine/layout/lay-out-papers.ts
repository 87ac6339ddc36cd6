import { UNWATCHED, type PaperLinks, type Positions, type TopicPartition, type Watch } from '../model.ts';
import { sharedPool, type ThreadPool } from '../parallel/thread-pool.ts';
import { arrangeTopics, type TopicArrangement } from './arrange-topics.ts';
import { boundsOf } from './bounds.ts';
import { keepPositions } from './keep-positions.ts';
import { packTopics } from './pack-topics.ts';
import { placeTopics } from './place-topics.ts';
import { membersOf, topicGraphs } from './topic-graphs.ts';
import { outlineOf } from './topic-outline.ts';

export interface LayoutOptions extends TopicArrangement {
  /** Width over height of the whole. */
  aspect: number;
  /** Width of the gap between topics, on a small map. */
  topicGap: number;
  /** Where papers lay before, NaN for new papers: known papers stay there when they are at least half of all. */
  previous: Positions | null;
}

/** A paper's disc is 10 wide. */
export const DEFAULT_LAYOUT_OPTIONS: LayoutOptions = { seed: 1, aspect: 1.15, areaPerPaper: 900, minDistance: 14, topicGap: 60, previous: null, subtopicOf: null };

/** The gap between topics of a large map, as a part of the map's width if topics were without gaps: to be seen from afar. */
const GAP_OF_WIDTH = 0.07;
/**
 * Positions of all papers, in map units, the whole centred on 0,0: topics side by side with related ones next to each
 * other, papers near their relatives, no two closer than `minDistance`, unlinked papers in rows beneath. The same links and options
 * give the same positions. Where `previous` is given, known papers keep their places, new ones find free places near
 * their relatives, and new topics ground of their own.
 */
export function layOutPapers(links: PaperLinks, partition: TopicPartition, paperCount: number, options: Partial<LayoutOptions> = {}, watch: Watch = UNWATCHED, pool = sharedPool): Positions {
  const asked = { ...DEFAULT_LAYOUT_OPTIONS, ...options };
  const all = { ...asked, topicGap: Math.max(asked.topicGap, GAP_OF_WIDTH * Math.sqrt(paperCount * asked.areaPerPaper)) };
  const { previous } = all;
  if (previous && keepsPlaces(previous)) return keepPositions(links, partition, previous, all, watch, pool);
  const positions = arrangeAll(links, partition, all, watch, pool);
  return previous ? turnedTowards(positions, previous) : positions;
}

/** Whether a map is laid out around the places that papers had before: where at least half of them had one. */
export function keepsPlaces(previous: Positions): boolean {
  const known = previous.x.reduce((count, x) => count + (Number.isFinite(x) ? 1 : 0), 0);
  return known > 0 && 2 * known >= previous.x.length;
}

function arrangeAll(links: PaperLinks, partition: TopicPartition, options: LayoutOptions, watch: Watch, pool: ThreadPool): Positions {
  const members = membersOf(partition);
  const affinity = affinityOf(links, partition, members);
  const discs = placeDiscs(members, affinity, options);
  const shapes = arrangeTopics(topicGraphs(links, partition, members, discs, options.subtopicOf), options, watch, pool);
  const centres = packTopics({ outline: shapes.map(outlineOf), affinity }, discs, { aspect: linkedAspect(partition, options), gap: options.topicGap });
  const positions = { x: new Float64Array(partition.topicOf.length), y: new Float64Array(partition.topicOf.length) };
  for (const [topic, papers] of members.entries()) {
    for (const [place, paper] of papers.entries()) {
      positions.x[paper] = (centres.x[topic] ?? 0) + (shapes[topic]?.x[place] ?? 0);
      positions.y[paper] = (centres.y[topic] ?? 0) + (shapes[topic]?.y[place] ?? 0);
    }
  }
  placeUnlinked(positions, partition, options);
  return centred(positions);
}

/** Weight of the links between topics over what their sizes let expect, `count` × `count`. */
function affinityOf(links: PaperLinks, { topicOf, count }: TopicPartition, members: readonly Uint32Array[]): Float64Array {
  const affinity = new Float64Array(count * count);
  for (const [link, weight] of links.weight.entries()) {
    const source = topicOf[links.source[link] ?? 0] ?? -1;
    const target = topicOf[links.target[link] ?? 0] ?? -1;
    if (source < 0 || target < 0 || source === target) continue;
    const normalized = weight / Math.sqrt((members[source]?.length ?? 1) * (members[target]?.length ?? 1));
    affinity[source * count + target] = (affinity[source * count + target] ?? 0) + normalized;
    affinity[target * count + source] = (affinity[target * count + source] ?? 0) + normalized;
  }
  return affinity;
}

function placeDiscs(members: readonly Uint32Array[], affinity: Float64Array, { seed, aspect, areaPerPaper, topicGap }: LayoutOptions): Positions {
  const radius = Float64Array.from(members, (papers) => Math.sqrt((papers.length * areaPerPaper) / Math.PI) + topicGap / 2);
  const attempts = Math.max(1, Math.min(40, Math.floor(40_000 / (radius.length ** 2 + 1))));
  return placeTopics({ radius, affinity }, { seed, aspect, attempts });
}

/** Area of a whole map over the area of its papers, as it comes out. */
const ROOM = 1.7;
/** Distance of unlinked papers in their rows, as a part of the mean spacing of papers. */
const ROW_SPACING = 0.7;

/** Width over height that the linked papers are to have, so that the whole has the wanted one with the unlinked in rows beneath. */
function linkedAspect({ topicOf }: TopicPartition, { aspect, areaPerPaper, topicGap }: LayoutOptions): number {
  const unlinked = topicOf.reduce((count, topic) => count + (topic < 0 ? 1 : 0), 0);
  if (unlinked === 0) return aspect;
  const height = Math.sqrt((ROOM * topicOf.length * areaPerPaper) / aspect);
  const spacing = ROW_SPACING * Math.sqrt(areaPerPaper);
  const rows = Math.ceil((unlinked * spacing) / (aspect * height));
  return aspect * Math.min(2, height / Math.max(1, height - topicGap - rows * spacing));
}

/** Puts papers without links in rows beneath the map, no wider than it. */
function placeUnlinked(positions: Positions, partition: TopicPartition, options: LayoutOptions): void {
  const unlinked = [...partition.topicOf.keys()].filter((paper) => (partition.topicOf[paper] ?? -1) < 0);
  if (unlinked.length === 0) return;
  const spacing = Math.max(options.minDistance, ROW_SPACING * Math.sqrt(options.areaPerPaper));
  const bounds = boundsOf(positions, (paper) => (partition.topicOf[paper] ?? -1) >= 0);
  const isAlone = unlinked.length === partition.topicOf.length;
  const perRow = isAlone ? Math.ceil(Math.sqrt(unlinked.length * options.aspect)) : Math.max(4, Math.floor(bounds.width / spacing) + 1);
  const top = isAlone ? 0 : bounds.bottom + options.topicGap;
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
