import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';
import { evenSample } from './even-sample.ts';

/** Links between topics looked at, all pairs of them. */
const SAMPLE = 1500;

interface Segment {
  from: MapPaper;
  to: MapPaper;
}

/** Share of pairs of links between topics that cross, 0..1; pairs that share a paper are left out. The fewer, the nearer related topics are to each other. */
export function measureCrossings(map: TopicMap): number {
  const papers = new Map(map.papers.map((paper) => [paper.id, paper]));
  const between = map.links.flatMap(({ source, target }): Segment[] => {
    const from = papers.get(source);
    const to = papers.get(target);
    return from && to && from.topic !== to.topic ? [{ from, to }] : [];
  });
  const sample = evenSample(between, SAMPLE);
  let crossed = 0;
  let pairs = 0;
  for (const [place, first] of sample.entries()) {
    for (let next = place + 1; next < sample.length; next++) {
      const second = sample[next];
      if (!second || first.from === second.from || first.from === second.to || first.to === second.from || first.to === second.to) continue;
      pairs++;
      if (cross(first, second)) crossed++;
    }
  }
  return pairs === 0 ? 0 : crossed / pairs;
}

function cross(first: Segment, second: Segment): boolean {
  return (
    sideOf(first, second.from) * sideOf(first, second.to) < 0 && sideOf(second, first.from) * sideOf(second, first.to) < 0
  );
}

/** Above 0 on one side of the segment's line, below 0 on the other. */
function sideOf({ from, to }: Segment, point: MapPaper): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}
