import type { Positions } from '../model.ts';
import { COSINES, DIRECTIONS, SINES } from './topic-outline.ts';

export interface TopicOutlines {
  /** Reach of each topic from its own 0,0 in DIRECTIONS directions, in map units. */
  outline: readonly Float64Array[];
  /** How strongly two topics are related, `count` × `count`, symmetric, 0 or more. */
  affinity: Float64Array;
}

export interface PackingOptions {
  /** Width over height that the whole is to have. */
  aspect: number;
  /** Least distance of two outlines, in map units. */
  gap: number;
}

const STEPS = 160;
/**
 * Pull to the middle, beside the pull of relatives, which is 1 for every topic: hardly any in the middle, and from `atEdge` on at the sides of a box for
 * all topics, so that they fill a box and not a disc. Measured on five collections: their boxes are 3 to 19 % smaller than with an even pull.
 */
const MIDDLE_PULL = { inMiddle: 0.2, atEdge: 3, most: 2.5 };
/** What the pull to the middle in height is multiplied with, to come nearer to the wanted aspect; the best is taken. */
const FLATNESS = [0.5, 0.75, 1, 1.4, 2];
const WIDEST = 1.25;
/** What the mean distance of related topics counts for, beside the size of the whole. */
const CLOSENESS = 2;

/**
 * Moves topics from where they are to where their outlines lie close around 0,0, related ones side by side, no two nearer to each other than the
 * gap. Outlines count as their convex hulls: two of them are as far apart as in the best of the known directions.
 */
export function packTopics(topics: TopicOutlines, start: Positions, options: PackingOptions): Positions {
  let best = start;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const flatness of FLATNESS) {
    const packed = pack(topics, start, options, flatness);
    widen(packed, topics.outline, options.aspect);
    const cost = costOf(packed, topics, options.aspect);
    if (cost >= bestCost) continue;
    best = packed;
    bestCost = cost;
  }
  return best;
}

function pack(topics: TopicOutlines, start: Positions, { aspect, gap }: PackingOptions, flatness: number): Positions {
  const x = start.x.slice();
  const y = start.y.slice();
  const pull = relativePull(topics);
  const sizes = topics.outline.map((reach) => reach.reduce((sum, value) => sum + value, 0) / DIRECTIONS);
  const area = sizes.reduce((sum, size) => sum + (2 * size + gap) ** 2, 0);
  const box = { width: Math.sqrt(area * aspect), height: Math.sqrt(area / aspect), flatness: Math.sqrt(flatness * aspect) };
  for (let step = 0; step < STEPS; step++) {
    const heat = 0.2 * (1 - step / STEPS) + 0.01;
    drawTogether(x, y, pull, heat, box);
    for (let sweep = 0; sweep < 3; sweep++) pushApart(x, y, topics.outline, sizes, gap);
  }
  for (let sweep = 0; sweep < 1000; sweep++) if (!pushApart(x, y, topics.outline, sizes, gap)) break;
  return { x, y };
}

/** Affinities as shares of each topic's whole, so that every topic is pulled with the same force; row by row. */
function relativePull({ outline, affinity }: TopicOutlines): Float64Array {
  const count = outline.length;
  return affinity.map((value, entry) => {
    const row = entry - (entry % count);
    let sum = 0;
    for (let other = 0; other < count; other++) sum += affinity[row + other] ?? 0;
    return sum === 0 ? 0 : value / sum;
  });
}

function drawTogether(x: Float64Array, y: Float64Array, pull: Float64Array, heat: number, box: { width: number; height: number; flatness: number }): void {
  const count = x.length;
  for (let topic = 0; topic < count; topic++) {
    const ownX = x[topic] ?? 0;
    const ownY = y[topic] ?? 0;
    let dx = -(middlePull(ownX / box.width) / box.flatness) * ownX;
    let dy = -middlePull(ownY / box.height) * box.flatness * ownY;
    for (let other = 0; other < count; other++) {
      const strength = pull[topic * count + other] ?? 0;
      dx += strength * ((x[other] ?? 0) - ownX);
      dy += strength * ((y[other] ?? 0) - ownY);
    }
    x[topic] = ownX + heat * dx;
    y[topic] = ownY + heat * dy;
  }
}

/** Strength of the pull at a distance from the middle, given as a part of the box's width or height. */
function middlePull(distance: number): number {
  return Math.min(MIDDLE_PULL.most, MIDDLE_PULL.inMiddle + MIDDLE_PULL.atEdge * (2 * distance) ** 2);
}

/** Whether any outlines were too near to each other. The larger one gives way less. */
function pushApart(x: Float64Array, y: Float64Array, outline: readonly Float64Array[], sizes: readonly number[], gap: number): boolean {
  let wereNear = false;
  for (const [topic, reach] of outline.entries()) {
    for (let other = topic + 1; other < outline.length; other++) {
      const missing = pushDirection(x, y, topic, other, reach, outline[other] ?? reach, gap);
      if (!missing) continue;
      wereNear = true;
      const size = (sizes[topic] ?? 0) ** 2;
      const otherSize = (sizes[other] ?? 0) ** 2;
      const share = size + otherSize === 0 ? 0.5 : otherSize / (size + otherSize);
      x[topic] = (x[topic] ?? 0) - missing.x * share;
      y[topic] = (y[topic] ?? 0) - missing.y * share;
      x[other] = (x[other] ?? 0) + missing.x * (1 - share);
      y[other] = (y[other] ?? 0) + missing.y * (1 - share);
    }
  }
  return wereNear;
}

/** The shortest way by which the second has to move from the first to leave the gap; null where they are far enough apart. */
function pushDirection(x: Float64Array, y: Float64Array, topic: number, other: number, reach: Float64Array, otherReach: Float64Array, gap: number): { x: number; y: number } | null {
  const dx = (x[other] ?? 0) - (x[topic] ?? 0);
  const dy = (y[other] ?? 0) - (y[topic] ?? 0);
  let best = 0;
  let widest = Number.NEGATIVE_INFINITY;
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const between = dx * (COSINES[direction] ?? 0) + dy * (SINES[direction] ?? 0) - (reach[direction] ?? 0) - (otherReach[(direction + DIRECTIONS / 2) % DIRECTIONS] ?? 0);
    if (between <= widest) continue;
    if (between >= gap * 0.999) return null;
    widest = between;
    best = direction;
  }
  const missing = gap - widest;
  return { x: missing * (COSINES[best] ?? 0), y: missing * (SINES[best] ?? 0) };
}

/** Moves topics apart along the shorter side, up to `WIDEST` times as far, so that the whole has the aspect. */
function widen({ x, y }: Positions, outline: readonly Float64Array[], aspect: number): void {
  const { width, height } = extentOf({ x, y }, outline);
  const missingWidth = aspect * height - width;
  const values = missingWidth > 0 ? x : y;
  const missing = missingWidth > 0 ? missingWidth : width / aspect - height;
  const between = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) - values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  if (!(between > 0)) return;
  const stretch = Math.min(WIDEST, 1 + missing / between);
  for (let topic = 0; topic < values.length; topic++) values[topic] = (values[topic] ?? 0) * stretch;
}

/** Mean distance of related topics, weighed by affinity and times `CLOSENESS`, plus the width of the smallest window of the aspect that shows all: both in map units. */
function costOf({ x, y }: Positions, { outline, affinity }: TopicOutlines, aspect: number): number {
  const count = outline.length;
  let apart = 0;
  let total = 0;
  for (const [entry, weight] of affinity.entries()) {
    const topic = Math.floor(entry / count);
    const other = entry % count;
    apart += weight * Math.hypot((x[topic] ?? 0) - (x[other] ?? 0), (y[topic] ?? 0) - (y[other] ?? 0));
    total += weight;
  }
  const { width, height } = extentOf({ x, y }, outline);
  return CLOSENESS * (total === 0 ? 0 : apart / total) + Math.max(width, height * aspect);
}

function extentOf({ x, y }: Positions, outline: readonly Float64Array[]): { width: number; height: number } {
  const most = (values: Float64Array, direction: number, sign: number) => outline.reduce((reach, own, topic) => Math.max(reach, sign * (values[topic] ?? 0) + (own[direction] ?? 0)), Number.NEGATIVE_INFINITY);
  return { width: most(x, 0, 1) + most(x, DIRECTIONS / 2, -1), height: most(y, DIRECTIONS / 4, 1) + most(y, (3 * DIRECTIONS) / 4, -1) };
}
