import type { PaperLinks, Positions, TopicPartition, Watch } from '../model.ts';
import { seededRandom } from '../random.ts';
import { Quadtree } from './quadtree.ts';

/** A disc on the map for the papers of one topic. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

export interface ArrangementOptions {
  seed: number;
  steps: number;
  /** Barnes–Hut accuracy: 0 is exact. */
  theta: number;
  /** Pull of links over the pull to the disc's centre: higher draws relatives closer together. */
  linkPull: number;
  /** Weight of links to other topics, which draw a paper to the side of its disc that faces them. */
  outwardPull: number;
}

/** Links of each paper in flat arrays, each link at both ends; weights as shares of the paper's whole. */
interface Neighbours {
  offsets: Uint32Array;
  other: Uint32Array;
  share: Float64Array;
}

/**
 * Places each topic's papers in its disc, relatives near each other and papers with relatives elsewhere on that side.
 *
 * Force-directed after ForceAtlas2 (Jacomy et al. 2014: attraction grows with distance, repulsion falls with it) and cooled as by
 * Fruchterman & Reingold 1991, with two departures: papers of different topics do not push each other, and each is drawn to the
 * centre of its topic in proportion to its distance. Points that push with 1/distance in such a bowl fill a disc evenly.
 */
export function arrangePapers(links: PaperLinks, partition: TopicPartition, discs: readonly Disc[], options: ArrangementOptions, watch: Watch): Positions {
  const paperCount = partition.topicOf.length;
  const neighbours = neighboursOf(links, partition, options.outwardPull);
  const members = membersOf(partition);
  const positions = scatter(partition, discs, seededRandom(options.seed));
  const tree = new Quadtree();
  const moveX = new Float64Array(paperCount);
  const moveY = new Float64Array(paperCount);
  for (let step = 0; step < options.steps; step++) {
    watch.check();
    watch.progress({ stage: 'layout', done: step, total: options.steps, label: 'Laying out the map' });
    for (const [topic, papers] of members.entries()) {
      const disc = discs[topic];
      if (disc && papers.length > 1) addForces(positions, papers, disc, neighbours, tree, options, { moveX, moveY });
    }
    const heat = 0.35 * (1 - step / options.steps) + 0.01;
    for (const [topic, papers] of members.entries()) movePapers(positions, papers, moveX, moveY, heat * (discs[topic]?.radius ?? 0));
  }
  for (const [topic, papers] of members.entries()) {
    const disc = discs[topic];
    if (disc) fillDisc(positions, papers, disc);
  }
  return positions;
}

function membersOf(partition: TopicPartition): number[][] {
  const members: number[][] = Array.from({ length: partition.count }, () => []);
  for (const [paper, topic] of partition.topicOf.entries()) members[topic]?.push(paper);
  return members;
}

function scatter(partition: TopicPartition, discs: readonly Disc[], random: () => number): Positions {
  const positions = { x: new Float64Array(partition.topicOf.length), y: new Float64Array(partition.topicOf.length) };
  for (const [paper, topic] of partition.topicOf.entries()) {
    const angle = random() * 2 * Math.PI;
    const distance = Math.sqrt(random());
    const disc = discs[topic];
    if (!disc) continue;
    positions.x[paper] = disc.x + disc.radius * distance * Math.cos(angle);
    positions.y[paper] = disc.y + disc.radius * distance * Math.sin(angle);
  }
  return positions;
}

function neighboursOf(links: PaperLinks, partition: TopicPartition, outwardPull: number): Neighbours {
  const paperCount = partition.topicOf.length;
  const offsets = new Uint32Array(paperCount + 1);
  for (const ends of [links.source, links.target]) for (const paper of ends) offsets[paper + 1] = (offsets[paper + 1] ?? 0) + 1;
  for (let paper = 0; paper < paperCount; paper++) offsets[paper + 1] = (offsets[paper + 1] ?? 0) + (offsets[paper] ?? 0);
  const next = offsets.slice();
  const neighbours = { offsets, other: new Uint32Array(2 * links.source.length), share: new Float64Array(2 * links.source.length) };
  const sums = new Float64Array(paperCount);
  const add = (paper: number, other: number, weight: number) => {
    const place = next[paper] ?? 0;
    next[paper] = place + 1;
    neighbours.other[place] = other;
    neighbours.share[place] = weight;
    sums[paper] = (sums[paper] ?? 0) + weight;
  };
  for (const [link, weight] of links.weight.entries()) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    const pull = partition.topicOf[source] === partition.topicOf[target] ? weight : weight * outwardPull;
    add(source, target, pull);
    add(target, source, pull);
  }
  for (let paper = 0; paper < paperCount; paper++) {
    for (let place = offsets[paper] ?? 0; place < (offsets[paper + 1] ?? 0); place++) neighbours.share[place] = (neighbours.share[place] ?? 0) / (sums[paper] || 1);
  }
  return neighbours;
}

function addForces(
  positions: Positions,
  papers: readonly number[],
  disc: Disc,
  neighbours: Neighbours,
  tree: Quadtree,
  options: ArrangementOptions,
  moves: { moveX: Float64Array; moveY: Float64Array },
): void {
  const { x, y } = positions;
  const { offsets, other, share } = neighbours;
  // In a bowl of slope 1, n points pushing with c/distance fill a disc of radius √(n·c).
  const push = (disc.radius * disc.radius) / papers.length;
  const force = new Float64Array(2);
  tree.build(x, y, papers);
  for (const paper of papers) {
    const ownX = x[paper] ?? 0;
    const ownY = y[paper] ?? 0;
    force.fill(0);
    tree.addRepulsion(ownX, ownY, options.theta, force);
    let pullX = 0;
    let pullY = 0;
    for (let place = offsets[paper] ?? 0; place < (offsets[paper + 1] ?? 0); place++) {
      const relative = other[place] ?? 0;
      const dx = (x[relative] ?? 0) - ownX;
      const dy = (y[relative] ?? 0) - ownY;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const bounded = distance > disc.radius ? disc.radius / distance : 1;
      pullX += (share[place] ?? 0) * dx * bounded;
      pullY += (share[place] ?? 0) * dy * bounded;
    }
    moves.moveX[paper] = push * (force[0] ?? 0) + disc.x - ownX + options.linkPull * pullX;
    moves.moveY[paper] = push * (force[1] ?? 0) + disc.y - ownY + options.linkPull * pullY;
  }
}

/** Moves papers along their forces, no further than `limit`. */
function movePapers(positions: Positions, papers: readonly number[], moveX: Float64Array, moveY: Float64Array, limit: number): void {
  for (const paper of papers) {
    const dx = moveX[paper] ?? 0;
    const dy = moveY[paper] ?? 0;
    const length = Math.sqrt(dx * dx + dy * dy);
    const step = Math.min(0.15, length === 0 ? 0 : limit / length);
    positions.x[paper] = (positions.x[paper] ?? 0) + dx * step;
    positions.y[paper] = (positions.y[paper] ?? 0) + dy * step;
  }
}

/** Moves and scales a topic's papers so that they are centred on its disc and the outermost few lie on its edge. */
function fillDisc(positions: Positions, papers: readonly number[], disc: Disc): void {
  const meanX = papers.reduce((sum, paper) => sum + (positions.x[paper] ?? 0), 0) / papers.length;
  const meanY = papers.reduce((sum, paper) => sum + (positions.y[paper] ?? 0), 0) / papers.length;
  const distances = papers.map((paper) => Math.hypot((positions.x[paper] ?? 0) - meanX, (positions.y[paper] ?? 0) - meanY)).sort((a, b) => a - b);
  const outer = distances[Math.floor(0.95 * (distances.length - 1))] ?? 0;
  const scale = outer === 0 ? 1 : disc.radius / outer;
  for (const paper of papers) {
    const dx = ((positions.x[paper] ?? 0) - meanX) * scale;
    const dy = ((positions.y[paper] ?? 0) - meanY) * scale;
    const distance = Math.hypot(dx, dy);
    const inward = distance > disc.radius ? disc.radius / distance : 1;
    positions.x[paper] = disc.x + dx * inward;
    positions.y[paper] = disc.y + dy * inward;
  }
}
