import { boxOfPoints, type Box } from './box.ts';
import type { FigureOptions } from './export-options.ts';
import type { Point } from './hull.ts';
import { screenRadius } from './screen-radius.ts';
import { groundsOf, type Grounds } from './topic-ground.ts';
import type { TopicMap } from './topic-map.ts';

/** A node of a figure; in map units, within a scene in its pixels. */
export interface FigureNode extends Point {
  id: string;
  kind: 'paper' | 'concept';
  label: string;
  /** Index in map.topics; null without one. */
  topic: number | null;
  /** Place of the topic's colour in the palette; null without one. */
  colour: number | null;
  fill: string;
  radius: number;
  /** Larger is labelled sooner. */
  importance: number;
  star: boolean;
}

export interface FigureLine {
  from: FigureNode;
  to: FigureNode;
  weight: number;
}

interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The map of a figure, drawn as on a screen of its own; the figure prints that screen at a place and in a size. */
export interface FigureScene {
  /** Screen = map × zoom + pan, in pixels of a screen of width × height. */
  camera: { zoom: number; panX: number; panY: number; width: number; height: number };
  /** In pixels of the screen. */
  nodes: FigureNode[];
  lines: FigureLine[];
  /** In map units; `boxes` are around the rings of each topic, null for a topic without. */
  grounds: Grounds & { boxes: (Box | null)[] };
  /** The screen's left upper corner on the figure, in pixels of the figure, and how many of these a pixel of the screen has. */
  left: number;
  top: number;
  print: number;
}

/** Room around the whole map, in pixels. */
const INSET = 28;
const SMALLEST = { width: 60, height: 40 };

/** Places the map in the frame of a figure: the part that the options name as it is on the screen, else all of it. */
export function figureScene(map: TopicMap, nodes: readonly FigureNode[], lines: readonly FigureLine[], options: FigureOptions, frame: Rectangle): FigureScene {
  const { window, zoom: onScreen } = options;
  const grounds = groundsOfFigure(map, nodes, options);
  const box = window ?? boundsOf(nodes, grounds.boxes);
  const inset = window ? 0 : INSET;
  const fitted = Math.min((frame.width - 2 * inset) / box.width, (frame.height - 2 * inset) / box.height);
  const zoom = window && onScreen ? onScreen : fitted;
  const print = fitted / zoom;
  const size = { width: frame.width / print, height: frame.height / print };
  const camera = { zoom, panX: size.width / 2 - (box.x + box.width / 2) * zoom, panY: size.height / 2 - (box.y + box.height / 2) * zoom, ...size };
  return { camera, ...drawn(nodes, lines, camera), grounds, left: frame.left, top: frame.top, print };
}

function drawn(nodes: readonly FigureNode[], lines: readonly FigureLine[], { zoom, panX, panY }: FigureScene['camera']): Pick<FigureScene, 'nodes' | 'lines'> {
  const moved = new Map(nodes.map((node) => [node.id, { ...node, x: node.x * zoom + panX, y: node.y * zoom + panY, radius: screenRadius(node.radius, zoom) }]));
  return {
    nodes: [...moved.values()],
    lines: lines.flatMap(({ from, to, weight }) => {
      const start = moved.get(from.id);
      const end = moved.get(to.id);
      return start && end ? [{ from: start, to: end, weight }] : [];
    }),
  };
}

/** Concepts lie among the papers that mention them: where there are both, papers alone tell the grounds. */
function groundsOfFigure(map: TopicMap, nodes: readonly FigureNode[], { view }: FigureOptions): FigureScene['grounds'] {
  const telling = view === 'both' ? nodes.filter(({ kind }) => kind === 'paper') : nodes;
  const grounds = groundsOf(telling.map(({ x, y, topic }) => ({ x, y, group: topic })), map.topics.length, true);
  return { ...grounds, boxes: grounds.rings.map((rings) => (rings.length === 0 ? null : boxOfPoints(rings.flat()))) };
}

function boundsOf(nodes: readonly FigureNode[], grounds: readonly (Box | null)[]): { x: number; y: number; width: number; height: number } {
  const corners = [
    ...nodes.flatMap(({ x, y, radius }) => [{ x: x - radius, y: y - radius }, { x: x + radius, y: y + radius }]),
    ...grounds.flatMap((box) => (box ? [{ x: box.left, y: box.top }, { x: box.right, y: box.bottom }] : [])),
  ];
  if (corners.length === 0) return { x: -50, y: -50, width: 100, height: 100 };
  const { left, top, right, bottom } = boxOfPoints(corners);
  return { x: left, y: top, width: Math.max(SMALLEST.width, right - left), height: Math.max(SMALLEST.height, bottom - top) };
}
