import { seededRandom } from '../random.ts';

/** Discs to be placed: one a topic. */
export interface TopicDiscs {
  /** In map units, the half of the gap to the next disc included. */
  radius: Float64Array;
  /** How strongly two topics are related, `count` × `count`, symmetric, 0 or more. */
  affinity: Float64Array;
}

export interface TopicPlacementOptions {
  seed: number;
  /** Width over height that the whole is to have. */
  aspect: number;
  /** Arrangements tried; the one with related topics nearest each other is taken. */
  attempts: number;
}

const STEPS = 240;
/** What the mean gap between related topics counts for, beside the size of the whole. */
const CLOSENESS = 4;

/**
 * Centres of topic discs: related topics next to each other, no two discs overlapping, the whole packed around 0,0 in about the
 * wanted aspect. Discs start small, on a ring in random order, are pulled to their relatives and to the middle, and push
 * each other away while they grow to their size: small discs can pass each other, which large ones cannot.
 */
export function placeTopics(discs: TopicDiscs, options: TopicPlacementOptions): { x: Float64Array; y: Float64Array } {
  const random = seededRandom(options.seed);
  const pull = relativePull(discs);
  let best = arrange(discs, pull, options.aspect, random);
  let bestCost = costOf(best, discs, options.aspect);
  for (let attempt = 1; attempt < options.attempts; attempt++) {
    const arrangement = arrange(discs, pull, options.aspect, random);
    const cost = costOf(arrangement, discs, options.aspect);
    if (cost < bestCost) {
      best = arrangement;
      bestCost = cost;
    }
  }
  return best;
}

interface Arrangement {
  x: Float64Array;
  y: Float64Array;
}

/** Affinities as shares of each topic's whole, so that every topic is pulled with the same force; row by row. */
function relativePull({ radius, affinity }: TopicDiscs): Float64Array {
  const count = radius.length;
  const pull = new Float64Array(count * count);
  for (let topic = 0; topic < count; topic++) {
    let sum = 0;
    for (let other = 0; other < count; other++) sum += affinity[topic * count + other] ?? 0;
    for (let other = 0; other < count; other++) pull[topic * count + other] = sum === 0 ? 0 : (affinity[topic * count + other] ?? 0) / sum;
  }
  return pull;
}

function arrange({ radius }: TopicDiscs, pull: Float64Array, aspect: number, random: () => number): Arrangement {
  const count = radius.length;
  const extent = Math.sqrt(radius.reduce((sum, value) => sum + value * value, 0));
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let topic = 0; topic < count; topic++) {
    const angle = random() * 2 * Math.PI;
    const distance = extent * Math.sqrt(random());
    x[topic] = Math.cos(angle) * distance * Math.sqrt(aspect);
    y[topic] = (Math.sin(angle) * distance) / Math.sqrt(aspect);
  }
  for (let step = 0; step < STEPS; step++) {
    const progress = step / STEPS;
    drawTogether(x, y, pull, 0.25 * (1 - progress) + 0.02, aspect);
    for (let sweep = 0; sweep < 3; sweep++) pushDiscsApart(x, y, radius, Math.min(1, 0.3 + progress));
  }
  for (let sweep = 0; sweep < 400; sweep++) if (!pushDiscsApart(x, y, radius, 1)) break;
  return centred(x, y);
}

/** Moves every topic towards its relatives, and a little towards the middle: more in height than in width. */
function drawTogether(x: Float64Array, y: Float64Array, pull: Float64Array, step: number, aspect: number): void {
  const count = x.length;
  const towardsMiddle = 0.35;
  for (let topic = 0; topic < count; topic++) {
    let dx = -towardsMiddle * (x[topic] ?? 0) * (1 / aspect);
    let dy = -towardsMiddle * (y[topic] ?? 0) * aspect;
    for (let other = 0; other < count; other++) {
      const strength = pull[topic * count + other] ?? 0;
      dx += strength * ((x[other] ?? 0) - (x[topic] ?? 0));
      dy += strength * ((y[other] ?? 0) - (y[topic] ?? 0));
    }
    x[topic] = (x[topic] ?? 0) + step * dx;
    y[topic] = (y[topic] ?? 0) + step * dy;
  }
}

/** Whether any discs overlapped. The larger disc gives way less. */
function pushDiscsApart(x: Float64Array, y: Float64Array, radius: Float64Array, scale: number): boolean {
  let overlapped = false;
  for (let topic = 0; topic < x.length; topic++) {
    for (let other = topic + 1; other < x.length; other++) {
      const first = radius[topic] ?? 0;
      const second = radius[other] ?? 0;
      const wanted = (first + second) * scale;
      let dx = (x[other] ?? 0) - (x[topic] ?? 0);
      let dy = (y[other] ?? 0) - (y[topic] ?? 0);
      let distance = Math.sqrt(dx * dx + dy * dy);
      if (distance >= wanted * 0.9999) continue;
      overlapped = true;
      const gap = wanted - distance;
      if (distance < 1e-9) {
        dx = Math.cos(other);
        dy = Math.sin(other);
        distance = 1;
      }
      const share = (second * second) / (first * first + second * second);
      x[topic] = (x[topic] ?? 0) - (dx / distance) * gap * share;
      y[topic] = (y[topic] ?? 0) - (dy / distance) * gap * share;
      x[other] = (x[other] ?? 0) + (dx / distance) * gap * (1 - share);
      y[other] = (y[other] ?? 0) + (dy / distance) * gap * (1 - share);
    }
  }
  return overlapped;
}

function boxOf({ x, y }: Arrangement, radius: Float64Array): { left: number; right: number; top: number; bottom: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [topic, size] of radius.entries()) {
    left = Math.min(left, (x[topic] ?? 0) - size);
    right = Math.max(right, (x[topic] ?? 0) + size);
    top = Math.min(top, (y[topic] ?? 0) - size);
    bottom = Math.max(bottom, (y[topic] ?? 0) + size);
  }
  return { left, right, top, bottom };
}

function centred(x: Float64Array, y: Float64Array): Arrangement {
  const meanX = x.reduce((sum, value) => sum + value, 0) / Math.max(1, x.length);
  const meanY = y.reduce((sum, value) => sum + value, 0) / Math.max(1, y.length);
  return { x: x.map((value) => value - meanX), y: y.map((value) => value - meanY) };
}

/** Mean gap between related discs, weighed by affinity and times `CLOSENESS`, plus the side of the window that the whole needs: both in map units. */
function costOf(arrangement: Arrangement, { radius, affinity }: TopicDiscs, aspect: number): number {
  const { x, y } = arrangement;
  const count = radius.length;
  let apart = 0;
  let total = 0;
  for (let topic = 0; topic < count; topic++) {
    for (let other = topic + 1; other < count; other++) {
      const weight = affinity[topic * count + other] ?? 0;
      const distance = Math.hypot((x[topic] ?? 0) - (x[other] ?? 0), (y[topic] ?? 0) - (y[other] ?? 0));
      apart += weight * (distance - (radius[topic] ?? 0) - (radius[other] ?? 0));
      total += weight;
    }
  }
  const { left, right, top, bottom } = boxOf(arrangement, radius);
  const window = Math.max((right - left) / Math.sqrt(aspect), (bottom - top) * Math.sqrt(aspect));
  return CLOSENESS * (total === 0 ? 0 : apart / total) + window;
}
