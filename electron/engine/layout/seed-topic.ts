import type { Positions } from '../model.ts';
import type { TopicGraph } from './topic-graphs.ts';

/** Rounds of averaging: enough for the two slowest shapes of a graph of some thousand papers to stand out, few enough for each cluster to keep a place of its own. */
const ROUNDS = 60;
/** Papers further out than so many root mean squares are drawn in to there: papers at the end of a thread of links would make all others huddle. */
const REACH = 2;
/** How far a paper's seed moves to the middle of its sub-topic, 0..1. */
const SUBTOPIC_PULL = 0.6;

/**
 * Where a topic's papers start: along the two slowest eigenvectors of the random walk on their links (spectral drawing by power iteration,
 * Koren 2005), so that the topic's parts lie side by side as they are related, turned so that papers with relatives in other
 * topics are on their side; with sub-topics, papers closer to the middle of theirs. Root mean square 1 along both axes, before it is drawn in.
 */
export function seedTopic(graph: TopicGraph, random: () => number): Positions {
  const count = graph.offsets.length - 1;
  const seeds = slowestShapes(graph, {
    x: Float64Array.from({ length: count }, () => random() - 0.5),
    y: Float64Array.from({ length: count }, () => random() - 0.5),
  });
  drawIn(seeds);
  turnOutward(seeds, graph);
  if (graph.subtopicOf) gather(seeds, graph.subtopicOf);
  return seeds;
}

function slowestShapes({ offsets, other, share }: TopicGraph, start: Positions): Positions {
  let { x, y } = start;
  let nextX: Float64Array = new Float64Array(x.length);
  let nextY: Float64Array = new Float64Array(y.length);
  makeOrthonormal(x, y);
  for (let round = 0; round < ROUNDS; round++) {
    for (let paper = 0; paper < x.length; paper++) {
      let sumX = 0;
      let sumY = 0;
      const end = offsets[paper + 1] ?? 0;
      for (let entry = offsets[paper] ?? 0; entry < end; entry++) {
        const weight = share[entry] ?? 0;
        const relative = other[entry] ?? 0;
        sumX += weight * (x[relative] ?? 0);
        sumY += weight * (y[relative] ?? 0);
      }
      nextX[paper] = (x[paper] ?? 0) + sumX;
      nextY[paper] = (y[paper] ?? 0) + sumY;
    }
    [x, nextX] = [nextX, x];
    [y, nextY] = [nextY, y];
    makeOrthonormal(x, y);
  }
  return { x, y };
}

/** Centres both, takes from y what it has of x, and scales both to a root mean square of 1. */
function makeOrthonormal(x: Float64Array, y: Float64Array): void {
  centre(x);
  centre(y);
  let product = 0;
  let square = 0;
  for (let paper = 0; paper < x.length; paper++) {
    product += (x[paper] ?? 0) * (y[paper] ?? 0);
    square += (x[paper] ?? 0) ** 2;
  }
  const common = square === 0 ? 0 : product / square;
  for (let paper = 0; paper < x.length; paper++) y[paper] = (y[paper] ?? 0) - common * (x[paper] ?? 0);
  scaleToOne(x);
  scaleToOne(y);
}

function centre(values: Float64Array): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (let place = 0; place < values.length; place++) values[place] = (values[place] ?? 0) - mean;
}

function scaleToOne(values: Float64Array): void {
  let square = 0;
  for (const value of values) square += value * value;
  const scale = square === 0 ? 0 : Math.sqrt(values.length / square);
  for (let place = 0; place < values.length; place++) values[place] = (values[place] ?? 0) * scale;
}

function drawIn({ x, y }: Positions): void {
  for (let paper = 0; paper < x.length; paper++) {
    const distance = Math.hypot(x[paper] ?? 0, y[paper] ?? 0);
    if (distance <= REACH) continue;
    x[paper] = ((x[paper] ?? 0) * REACH) / distance;
    y[paper] = ((y[paper] ?? 0) * REACH) / distance;
  }
}

/** Turns and, where it helps, mirrors the seeds so that they agree best with the outward directions: orthogonal Procrustes in the plane. */
function turnOutward({ x, y }: Positions, { outwardX, outwardY }: TopicGraph): void {
  let xx = 0;
  let xy = 0;
  let yx = 0;
  let yy = 0;
  for (let paper = 0; paper < x.length; paper++) {
    xx += (x[paper] ?? 0) * (outwardX[paper] ?? 0);
    xy += (x[paper] ?? 0) * (outwardY[paper] ?? 0);
    yx += (y[paper] ?? 0) * (outwardX[paper] ?? 0);
    yy += (y[paper] ?? 0) * (outwardY[paper] ?? 0);
  }
  const mirror = Math.hypot(xy + yx, xx - yy) > Math.hypot(xy - yx, xx + yy) ? -1 : 1;
  const sine = xy - mirror * yx;
  const cosine = xx + mirror * yy;
  const length = Math.hypot(sine, cosine);
  if (length === 0) return;
  for (let paper = 0; paper < x.length; paper++) {
    const ownX = x[paper] ?? 0;
    const ownY = mirror * (y[paper] ?? 0);
    x[paper] = (cosine * ownX - sine * ownY) / length;
    y[paper] = (sine * ownX + cosine * ownY) / length;
  }
}

function gather({ x, y }: Positions, subtopicOf: Int32Array): void {
  const sums = new Map<number, { x: number; y: number; papers: number }>();
  for (const [paper, subtopic] of subtopicOf.entries()) {
    if (subtopic < 0) continue;
    const sum = sums.get(subtopic) ?? { x: 0, y: 0, papers: 0 };
    sums.set(subtopic, { x: sum.x + (x[paper] ?? 0), y: sum.y + (y[paper] ?? 0), papers: sum.papers + 1 });
  }
  for (const [paper, subtopic] of subtopicOf.entries()) {
    const sum = sums.get(subtopic);
    if (!sum) continue;
    x[paper] = (1 - SUBTOPIC_PULL) * (x[paper] ?? 0) + (SUBTOPIC_PULL * sum.x) / sum.papers;
    y[paper] = (1 - SUBTOPIC_PULL) * (y[paper] ?? 0) + (SUBTOPIC_PULL * sum.y) / sum.papers;
  }
}
