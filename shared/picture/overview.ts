import { isInside } from '../contours.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import type { TopicArea } from './topic-areas.ts';

/** A topic as the overview draws it: a bubble whose area grows with its papers. In map units. */
export interface TopicBubble {
  /** Id of the topic. */
  id: string;
  /** Index in map.topics. */
  topic: number;
  /** Place of its colour in the palette. */
  colour: number;
  label: string;
  x: number;
  y: number;
  radius: number;
  /** Nodes of the topic that are shown. */
  importance: number;
}

/** A line between two bubbles. */
export interface BubbleLink {
  source: TopicBubble;
  target: TopicBubble;
  /** Part of the strongest, 0..1. */
  weight: number;
}

export interface Overview {
  /** Largest first. */
  bubbles: TopicBubble[];
  /** Each topic's few strongest, weakest first. */
  links: BubbleLink[];
}

/** Part of the ground of all topics that bubbles cover, if none had to give way. */
const COVERED = 0.62;
const LINKS_PER_TOPIC = 2;
/** Part of the way to a neighbour's middle that a bubble keeps free. */
const GAP = 0.06;

/** The topics of a graph as bubbles in the middle of the largest part of their grounds, with their strongest links. All bubbles have one scale; none overlaps another. */
export function overviewOf(graph: SceneGraph, areas: readonly TopicArea[]): Overview {
  const bubbles = areas.map((area) => bubbleOf(graph, area)).sort((a, b) => b.importance - a.importance || a.topic - b.topic);
  const nodes = bubbles.reduce((sum, { importance }) => sum + importance, 0);
  const ground = areas.reduce((sum, { extent }) => sum + extent, 0);
  const wanted = Math.sqrt((COVERED * ground) / (Math.PI * Math.max(1, nodes)));
  const scale = Math.min(wanted, scaleWithoutOverlap(bubbles));
  for (const bubble of bubbles) bubble.radius = scale * Math.sqrt(bubble.importance);
  return { bubbles, links: strongestLinks(graph, bubbles) };
}

/** The bubble stands where most of the topic's papers are together, not in the middle between those that strayed. */
function bubbleOf(graph: SceneGraph, { topic, colour, home }: TopicArea): TopicBubble {
  const members = graph.members[topic] ?? [];
  const together = members.filter(({ x, y }) => isInside([home], x, y));
  const settled = together.length > 0 ? together : members;
  const mean = (value: (node: SceneNode) => number) => settled.reduce((sum, node) => sum + value(node), 0) / Math.max(1, settled.length);
  const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const { x, y } = isInside([home], middle.x, middle.y) ? middle : (nearestTo(settled, middle) ?? middle);
  return { id: graph.map.topics[topic]?.id ?? '', topic, colour, label: graph.map.topics[topic]?.label ?? '', x, y, radius: 0, importance: members.length };
}

function nearestTo(members: readonly SceneNode[], { x, y }: { x: number; y: number }): SceneNode | null {
  const distance = (node: SceneNode) => Math.hypot(node.x - x, node.y - y);
  return members.reduce<SceneNode | null>((best, node) => (best && distance(best) <= distance(node) ? best : node), null);
}

/** The largest scale of radii at which no two bubbles overlap. */
function scaleWithoutOverlap(bubbles: readonly TopicBubble[]): number {
  let scale = Number.POSITIVE_INFINITY;
  for (const [place, one] of bubbles.entries()) {
    for (const other of bubbles.slice(place + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y) * (1 - GAP);
      scale = Math.min(scale, distance / (Math.sqrt(one.importance) + Math.sqrt(other.importance)));
    }
  }
  return scale;
}

function strongestLinks(graph: SceneGraph, bubbles: readonly TopicBubble[]): BubbleLink[] {
  const byTopic = new Map(bubbles.map((bubble) => [bubble.topic, bubble]));
  const links = new Map<string, BubbleLink>();
  for (const link of graph.map.links) {
    const [from, to] = [graph.byId.get(link.source), graph.byId.get(link.target)];
    if (!from || !to || from.topic === null || to.topic === null || from.topic === to.topic) continue;
    const [source, target] = [byTopic.get(Math.min(from.topic, to.topic)), byTopic.get(Math.max(from.topic, to.topic))];
    if (!source || !target) continue;
    const key = `${source.topic} ${target.topic}`;
    const known = links.get(key);
    if (known) known.weight += link.weight;
    else links.set(key, { source, target, weight: link.weight });
  }
  const strongest = [...links.values()].sort((a, b) => b.weight - a.weight || a.source.topic - b.source.topic || a.target.topic - b.target.topic);
  const kept = new Map<TopicBubble, number>();
  const count = (bubble: TopicBubble) => kept.get(bubble) ?? 0;
  const most = strongest[0]?.weight ?? 1;
  return strongest
    .filter(({ source, target }) => {
      if (count(source) >= LINKS_PER_TOPIC && count(target) >= LINKS_PER_TOPIC) return false;
      kept.set(source, count(source) + 1).set(target, count(target) + 1);
      return true;
    })
    .map((link) => ({ ...link, weight: link.weight / most }))
    .reverse();
}

/** The bubble at a map point; null for none. */
export function bubbleAt({ bubbles }: Overview, x: number, y: number): TopicBubble | null {
  return bubbles.find((bubble) => Math.hypot(bubble.x - x, bubble.y - y) <= bubble.radius) ?? null;
}
