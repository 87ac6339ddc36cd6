import { boxOfPoints, type Box } from '../box.ts';
import { areaOf, isHole } from '../contours.ts';
import type { Point } from '../hull.ts';
import { groundsInSteps } from '../topic-ground.ts';
import { topicPlaces } from '../topic-places.ts';
import type { Pen } from './pen.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';

/** The ground that a topic or sub-topic covers, in map units. */
export interface TopicArea {
  /** Index in map.topics. */
  topic: number;
  /** Place of its colour in the palette. */
  colour: number;
  /** Smooth rings that hug its nodes; rings within rings are holes. */
  rings: Point[][];
  box: Box;
  /** The boxes of its parts, the largest part first: papers that changed their topic stay where they are, in a part of their own. */
  parts: Box[];
  /** The outline of its largest part. */
  home: Point[];
  /** Square map units, holes left in. */
  extent: number;
}

/** Grounds with what lies where. */
export interface TopicAreas {
  /** Largest first. */
  areas: TopicArea[];
  /** The topic on whose ground a map point is, as an index in map.topics; null for none. */
  topicAt: (x: number, y: number) => number | null;
}

/** The grounds of topics that have nodes, worked out in steps. They hug their nodes and never overlap; strays among others get none. */
export function topicAreas(graph: SceneGraph): Generator<undefined, TopicAreas> {
  return areasBy(graph, ({ topic }) => topic, true);
}

/** The grounds of sub-topics that have nodes, worked out in steps. */
export function subtopicAreas(graph: SceneGraph): Generator<undefined, TopicAreas> {
  return areasBy(graph, ({ subtopic }) => subtopic, false);
}

function* areasBy(graph: SceneGraph, groupOf: (node: SceneNode) => number | null, isBridged: boolean): Generator<undefined, TopicAreas> {
  // Concepts lie among the papers that mention them: these alone tell the ground.
  const nodes = graph.view === 'both' ? graph.nodes.filter(({ kind }) => kind === 'paper') : graph.nodes;
  const points = nodes.map((node) => ({ x: node.x, y: node.y, group: groupOf(node) }));
  const grounds = yield* groundsInSteps(points, graph.map.topics.length, isBridged);
  const places = topicPlaces(graph.map);
  const areas = grounds.rings
    .flatMap((rings, topic) => (rings.length === 0 ? [] : [areaOfRings(topic, places.get(graph.map.topics[topic]?.id ?? '') ?? topic, rings)]))
    .sort((a, b) => b.extent - a.extent || a.topic - b.topic);
  return { areas, topicAt: grounds.groupAt };
}

function areaOfRings(topic: number, colour: number, rings: Point[][]): TopicArea {
  const parts = rings.filter((ring) => !isHole(ring)).sort((a, b) => areaOf(b) - areaOf(a));
  return { topic, colour, rings, box: boxOfPoints(rings.flat()), parts: parts.map((ring) => boxOfPoints(ring)), home: parts[0] ?? [], extent: rings.reduce((sum, ring) => sum + areaOf(ring), 0) };
}

/** Adds the rings of an area to a path. Fill them with the rule 'evenodd', which leaves holes free. */
export function traceArea(path: Pick<Pen, 'moveTo' | 'lineTo' | 'closePath'>, { rings }: Pick<TopicArea, 'rings'>): void {
  for (const ring of rings) {
    for (const [place, { x, y }] of ring.entries()) {
      if (place === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
}
