import { convexHull, coreOf, type Point } from '../../shared/hull.ts';
import { palettePlace } from '../../shared/topic-map.ts';
import type { MapBox } from './camera.ts';
import type { SceneGraph } from './scene-graph.ts';

/** The ground that a topic covers, in map units. */
export interface TopicArea {
  topic: number;
  /** Place of its colour in the palette. */
  colour: number;
  /** Convex, in order. */
  outline: Point[];
  box: MapBox;
}

/** Room between the outermost nodes and the edge of the area, in map units. */
export const AREA_PADDING = 16;

/** The areas of the topics that have nodes, largest first, so that small ones lie on top. Strays do not stretch an area. */
export function topicAreas(graph: SceneGraph): TopicArea[] {
  return graph.members
    .flatMap((members, topic): TopicArea[] => {
      const outline = convexHull(coreOf(members));
      return outline.length === 0 ? [] : [{ topic, colour: palettePlace(graph.map.topics[topic], topic), outline, box: boxAround(outline) }];
    })
    .sort((a, b) => (graph.members[b.topic]?.length ?? 0) - (graph.members[a.topic]?.length ?? 0) || a.topic - b.topic);
}

function boxAround(points: readonly Point[]): MapBox {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs) - AREA_PADDING, top: Math.min(...ys) - AREA_PADDING, right: Math.max(...xs) + AREA_PADDING, bottom: Math.max(...ys) + AREA_PADDING };
}

/** Adds to a path the outline grown by the padding with round corners (its Minkowski sum with a disc). Outline as convexHull gives it. */
export function traceArea(path: Pick<Path2D, 'moveTo' | 'arc' | 'closePath'>, outline: readonly Point[], padding: number): void {
  const first = outline[0];
  if (!first) return;
  if (outline.length === 1) {
    path.moveTo(first.x + padding, first.y);
    path.arc(first.x, first.y, padding, 0, 2 * Math.PI);
    return;
  }
  for (const [corner, point] of outline.entries()) {
    const before = outline.at(corner - 1) ?? point;
    const after = outline[(corner + 1) % outline.length] ?? point;
    const start = Math.atan2(point.y - before.y, point.x - before.x) - Math.PI / 2;
    const end = Math.atan2(after.y - point.y, after.x - point.x) - Math.PI / 2;
    if (corner === 0) path.moveTo(point.x + padding * Math.cos(start), point.y + padding * Math.sin(start));
    path.arc(point.x, point.y, padding, start, end);
  }
  path.closePath();
}
