import type { PaperLinks, Positions, TopicPartition, Watch } from '../model.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { boundsOf } from './bounds.ts';
import { FreePlaces } from './free-places.ts';
import { placeNewTopics, type NewTopicOptions } from './place-new-topics.ts';

/**
 * Known papers exactly where they were; new topics on free ground near their relatives; other new papers at the free place nearest to the
 * middle of their relatives, the best linked first; those without placed relatives beneath the map. `previous` is NaN for new papers.
 */
export function keepPositions(links: PaperLinks, partition: TopicPartition, previous: Positions, options: NewTopicOptions, watch: Watch, pool: ThreadPool): Positions {
  const positions = { x: previous.x.slice(), y: previous.y.slice() };
  const isPlaced = Uint8Array.from(positions.x, (x, paper) => (Number.isFinite(x) && Number.isFinite(positions.y[paper]) ? 1 : 0));
  if (!isPlaced.includes(0)) return positions;
  placeNewTopics(links, partition, positions, isPlaced, options, watch, pool);
  const places = new FreePlaces(options.minDistance);
  for (const [paper, placed] of isPlaced.entries()) if (placed === 1) places.take(positions.x[paper] ?? 0, positions.y[paper] ?? 0);
  const put = (paper: number, x: number, y: number) => {
    const place = places.nearest(x, y);
    places.take(place.x, place.y);
    positions.x[paper] = place.x;
    positions.y[paper] = place.y;
    isPlaced[paper] = 1;
  };
  const relatives = relativesOfNew(links, isPlaced);
  for (let round = relatives; round.size > 0; ) {
    const wishes = [...round].flatMap(([paper, linked]) => middleOf(linked, positions, isPlaced, partition.topicOf, paper));
    if (wishes.length === 0) break;
    wishes.sort((a, b) => b.weight - a.weight || a.paper - b.paper);
    for (const { paper, x, y } of wishes) {
      put(paper, x, y);
      round.delete(paper);
    }
  }
  const { left, bottom, width } = boundsOf(positions, (paper) => isPlaced[paper] === 1);
  const spacing = Math.sqrt(options.areaPerPaper);
  for (const [paper, placed] of isPlaced.entries()) if (placed === 0) put(paper, left + width / 2, bottom + spacing + options.topicGap);
  return positions;
}

interface Relative {
  paper: number;
  weight: number;
}

function relativesOfNew(links: PaperLinks, isPlaced: Uint8Array): Map<number, Relative[]> {
  const relatives = new Map<number, Relative[]>();
  const add = (paper: number, other: number, weight: number) => {
    if (isPlaced[paper] === 1) return;
    const known = relatives.get(paper);
    if (known) known.push({ paper: other, weight });
    else relatives.set(paper, [{ paper: other, weight }]);
  };
  for (const [link, weight] of links.weight.entries()) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    add(source, target, weight);
    add(target, source, weight);
  }
  return relatives;
}

/** Where a new paper wants to be: the weighted middle of its placed relatives, those of its own topic only where there are some. */
function middleOf(relatives: readonly Relative[], positions: Positions, isPlaced: Uint8Array, topicOf: Int32Array, paper: number): { paper: number; weight: number; x: number; y: number }[] {
  const placed = relatives.filter((relative) => isPlaced[relative.paper] === 1);
  const own = placed.filter((relative) => topicOf[relative.paper] === topicOf[paper]);
  const counted = own.length > 0 ? own : placed;
  const weight = counted.reduce((sum, relative) => sum + relative.weight, 0);
  if (weight === 0) return [];
  const mean = (values: Float64Array) => counted.reduce((sum, relative) => sum + relative.weight * (values[relative.paper] ?? 0), 0) / weight;
  return [{ paper, weight, x: mean(positions.x), y: mean(positions.y) }];
}
