import { CONCEPT_BUDGETS, tellingConcepts } from './concept-budget.ts';
import { conceptLinks } from './concept-links.ts';
import { conceptPresence } from './concept-presence.ts';
import type { FigureOptions } from './contract.ts';
import { encodeColours, linkCounts, type ColourEncoding, type EncodedFacts } from './encoding.ts';
import { figureGround } from './figure-ground.ts';
import { figureKey } from './figure-key.ts';
import { coreOf, type Point } from './hull.ts';
import { labelText, LINE_HEIGHT, topicText, type LabelText } from './label-text.ts';
import { MAP_COLOURS, topicColour, topicInk } from './palette.ts';
import { encodeSizes } from './paper-sizes.ts';
import { placeLabels, type LabelRequest } from './place-labels.ts';
import { compareText, escapeXml } from './text.ts';
import type { TopicMap } from './topic-map.ts';
import { topicPlaces } from './topic-places.ts';

/** A node of the figure, in map units. */
interface Node extends Point {
  id: string;
  kind: 'paper' | 'concept';
  label: string;
  /** Index in map.topics; null without one. */
  topic: number | null;
  /** Place of the topic's colour in the palette; null without one. */
  colour: number | null;
  fill: string;
  radius: number;
  importance: number;
}

interface Line {
  from: Node;
  to: Node;
  weight: number;
}

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 24;
const TITLE_SIZE = 22;
const NODE_LABEL_SIZE = 11;
const NODE_LABEL_WIDTH = 170;
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** Links drawn per node at most, strongest first: more only greys the picture, and the sooner the more nodes there are. */
const LINES_PER_NODE = 3;
const LINES_PER_NODE_OF_MANY = 1;
const MANY_NODES = 600;

/**
 * A figure of a map as SVG text: title, grounds of topics, links, nodes, labels that do not overlap, and a legend.
 * Same map, options and facts give the same bytes. Sizes in CSS pixels. `facts` for colours and sizes that need them.
 */
export function drawFigure(map: TopicMap, options: FigureOptions, facts: EncodedFacts = null): string {
  const hidden = new Set(options.hiddenTopics);
  const colours = encodeColours(map, options, facts, options.theme);
  const nodes = nodesOf(map, options, hidden, colours, facts);
  const lines = linesOf(map, options, nodes);
  const legend = options.legend ? figureKey(map, options, colours.key, hidden, MARGIN) : { height: 0, svg: '' };
  const titleHeight = options.title === '' ? 0 : TITLE_SIZE + 20;
  const frame: Frame = {
    left: MARGIN,
    top: MARGIN + titleHeight,
    width: options.width - 2 * MARGIN,
    height: Math.max(80, options.height - 2 * MARGIN - titleHeight - legend.height),
  };
  const scene = project(nodes, lines, options, frame);
  const { ground, ink } = MAP_COLOURS[options.theme];
  const title = options.title === '' ? '' : `<text x="${MARGIN}" y="${MARGIN + TITLE_SIZE}" font-size="${TITLE_SIZE}" font-weight="600" fill="${ink}">${escapeXml(options.title)}</text>\n`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${options.width}" height="${options.height}" viewBox="0 0 ${options.width} ${options.height}" font-family="${FONT}" role="img">\n`,
    `<title>${escapeXml(options.title === '' ? 'Map of papers' : options.title)}</title>\n`,
    `<rect width="${options.width}" height="${options.height}" fill="${ground}"/>\n`,
    title,
    `<clipPath id="frame"><rect x="${frame.left}" y="${frame.top}" width="${frame.width}" height="${frame.height}"/></clipPath>\n`,
    '<g clip-path="url(#frame)">\n',
    figureGround(map, scene.nodes, options, scene.scale),
    links(scene, options),
    discs(scene.nodes, options),
    '</g>\n',
    labels(map, scene.nodes, options, frame),
    legend.svg,
    '</svg>\n',
  ].join('');
}

function nodesOf(map: TopicMap, options: FigureOptions, hidden: ReadonlySet<string>, colours: ColourEncoding, facts: EncodedFacts): Node[] {
  const places = topicPlaces(map);
  const topicIndex = new Map(map.topics.map(({ id }, index) => [id, { topic: index, colour: places.get(id) ?? index }]));
  const placeOf = (topic: string | null) => topicIndex.get(topic ?? '') ?? { topic: null, colour: null };
  const shown = (topic: string | null) => topic === null || !hidden.has(topic);
  const degrees = linkCounts(map);
  const sizes = encodeSizes(map, options.sizeBy, facts);
  const papers = options.view === 'concepts' ? [] : map.papers.filter((paper) => shown(paper.topic));
  const concepts = options.view === 'papers' ? [] : tellingConcepts(map, CONCEPT_BUDGETS[0], new Set()).filter((concept) => shown(concept.topic));
  const presence = conceptPresence(map);
  return [
    ...papers.map((paper): Node => {
      const { topic, colour } = placeOf(paper.topic);
      return { id: paper.id, kind: 'paper', label: paper.title, topic, colour, fill: colours.paper(paper), x: paper.x, y: paper.y, radius: sizes.radius(paper), importance: degrees.get(paper.id) ?? 0 };
    }),
    ...concepts.map((concept): Node => {
      const { topic, colour } = placeOf(concept.topic);
      const radius = 2.6 + Math.min(5, Math.sqrt(concept.papers) * 0.6);
      return { id: concept.id, kind: 'concept', label: concept.label, topic, colour, fill: colours.concept(concept), x: concept.x, y: concept.y, radius, importance: presence.get(concept.id) ?? 0 };
    }),
  ];
}

function linesOf(map: TopicMap, options: FigureOptions, nodes: readonly Node[]): Line[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines: Line[] = [];
  const add = (source: string, target: string, weight: number) => {
    const from = byId.get(source);
    const to = byId.get(target);
    if (from && to) lines.push({ from, to, weight });
  };
  if (options.view !== 'concepts') for (const link of map.links) add(link.source, link.target, link.weight);
  if (options.view === 'concepts') for (const link of conceptLinks(map, LINES_PER_NODE)) add(link.source, link.target, link.weight);
  if (options.view === 'both') for (const paper of map.papers) for (const { id, weight } of paper.concepts.slice(0, LINES_PER_NODE)) add(paper.id, id, weight / 4);
  return strongestLines(lines, nodes.length > MANY_NODES ? LINES_PER_NODE_OF_MANY : LINES_PER_NODE);
}

/** Each node's few strongest lines, weakest first so that the strong lie on top. */
function strongestLines(lines: readonly Line[], perNode: number): Line[] {
  const kept = new Map<string, number>();
  const strong = [...lines].sort((a, b) => b.weight - a.weight || compareText(a.from.id, b.from.id) || compareText(a.to.id, b.to.id));
  return strong
    .filter(({ from, to }) => {
      const fromCount = kept.get(from.id) ?? 0;
      const toCount = kept.get(to.id) ?? 0;
      if (fromCount >= perNode && toCount >= perNode) return false;
      kept.set(from.id, fromCount + 1);
      kept.set(to.id, toCount + 1);
      return true;
    })
    .reverse();
}

/** Nodes and lines in pixels of the frame, and how many of these a map unit has. */
function project(nodes: readonly Node[], lines: readonly Line[], options: FigureOptions, frame: Frame): { nodes: Node[]; lines: Line[]; scale: number } {
  const inset = options.window ? 0 : 28;
  const box = options.window ?? boundsOf(nodes);
  const scale = Math.min((frame.width - 2 * inset) / box.width, (frame.height - 2 * inset) / box.height);
  const middleX = frame.left + frame.width / 2;
  const middleY = frame.top + frame.height / 2;
  const moved = new Map(
    nodes.map((node) => [
      node.id,
      {
        ...node,
        x: middleX + (node.x - box.x - box.width / 2) * scale,
        y: middleY + (node.y - box.y - box.height / 2) * scale,
        radius: Math.min(18, Math.max(1.5, node.radius * scale)),
      },
    ]),
  );
  const movedLines = lines.flatMap(({ from, to, weight }) => {
    const start = moved.get(from.id);
    const end = moved.get(to.id);
    return start && end ? [{ from: start, to: end, weight }] : [];
  });
  return { nodes: [...moved.values()], lines: movedLines, scale };
}

function boundsOf(nodes: readonly Node[]): { x: number; y: number; width: number; height: number } {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, radius } of nodes) {
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    top = Math.min(top, y - radius);
    bottom = Math.max(bottom, y + radius);
  }
  if (left > right) return { x: -50, y: -50, width: 100, height: 100 };
  return { x: left, y: top, width: Math.max(60, right - left), height: Math.max(40, bottom - top) };
}

function membersByTopic(map: TopicMap, nodes: readonly Node[]): Node[][] {
  const members: Node[][] = map.topics.map(() => []);
  for (const node of nodes) if (node.topic !== null) members[node.topic]?.push(node);
  return members;
}

function links(scene: { lines: readonly Line[] }, options: FigureOptions): string {
  const { line } = MAP_COLOURS[options.theme];
  return scene.lines
    .map(({ from, to, weight }) => {
      const within = from.topic !== null && from.topic === to.topic;
      const colour = within && options.colourBy === 'topic' ? topicColour(from.colour, options.theme) : line;
      const opacity = (within ? 0.12 + 0.5 * weight : 0.08 + 0.25 * weight).toFixed(2);
      return `<line x1="${pixel(from.x)}" y1="${pixel(from.y)}" x2="${pixel(to.x)}" y2="${pixel(to.y)}" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${(0.7 + 1.6 * weight).toFixed(1)}"/>\n`;
    })
    .join('');
}

function discs(nodes: readonly Node[], options: FigureOptions): string {
  const { ground, ink } = MAP_COLOURS[options.theme];
  const selected = options.selection && 'id' in options.selection ? options.selection.id : null;
  return nodes
    .map((node) => {
      const edge = node.id === selected ? `stroke="${ink}" stroke-width="2.5"` : `stroke="${ground}" stroke-width="1"`;
      if (node.kind === 'paper') return `<circle cx="${pixel(node.x)}" cy="${pixel(node.y)}" r="${pixel(node.radius)}" fill="${node.fill}" ${edge}/>\n`;
      const side = node.radius * 1.7;
      return `<rect x="${pixel(node.x - side / 2)}" y="${pixel(node.y - side / 2)}" width="${pixel(side)}" height="${pixel(side)}" rx="${pixel(side / 4)}" fill="${node.fill}" ${edge}/>\n`;
    })
    .join('');
}

function labels(map: TopicMap, nodes: readonly Node[], options: FigureOptions, frame: Frame): string {
  const texts = new Map<string, { text: LabelText; colour: string }>();
  const requests: LabelRequest[] = [];
  const ask = (id: string, at: Point & { radius: number }, text: LabelText, colour: string, overNodes: boolean) => {
    if (texts.has(id) || text.lines.length === 0) return;
    texts.set(id, { text, colour });
    requests.push({ id, x: at.x, y: at.y, radius: at.radius, width: text.width, height: text.height, overNodes });
  };
  const places = topicPlaces(map);
  for (const [index, members] of membersByTopic(map, nodes).entries()) {
    const topic = map.topics[index];
    const core = coreOf(members);
    if (!topic || core.length === 0) continue;
    const top = Math.min(...core.map((node) => node.y));
    const bottom = Math.max(...core.map((node) => node.y));
    const x = core.reduce((sum, node) => sum + node.x, 0) / core.length;
    ask(`topic ${topic.id}`, { x, y: (top + bottom) / 2, radius: (bottom - top) / 2 + 14 }, topicText(topic.label, false), options.colourBy === 'topic' ? topicInk(places.get(topic.id) ?? null, options.theme) : MAP_COLOURS[options.theme].faint, true);
  }
  const { ink } = MAP_COLOURS[options.theme];
  for (const node of [...nodes].sort((a, b) => b.importance - a.importance || compareText(a.id, b.id))) {
    if (requests.length > 600) break;
    ask(`node ${node.id}`, node, labelText(node.label, NODE_LABEL_SIZE, 400, NODE_LABEL_WIDTH, 2), ink, false);
  }
  const bounds = { left: frame.left, top: frame.top, right: frame.left + frame.width, bottom: frame.top + frame.height };
  return placeLabels(requests, nodes, bounds)
    .map(({ id, left, top }) => {
      const label = texts.get(id);
      return label ? labelSvg(label.text, label.colour, left + label.text.width / 2, top, options) : '';
    })
    .join('');
}

/** A label with a halo. The halo is a text of its own beneath: not every program knows paint-order. */
function labelSvg(text: LabelText, colour: string, middle: number, top: number, options: FigureOptions): string {
  const { ground } = MAP_COLOURS[options.theme];
  let bottom = top;
  const rows = text.lines
    .map((line) => {
      bottom += line.fontSize * LINE_HEIGHT;
      return `<tspan x="${pixel(middle)}" y="${pixel(bottom - line.fontSize * 0.27)}" font-size="${line.fontSize}" font-weight="${line.fontWeight}">${escapeXml(line.text)}</tspan>`;
    })
    .join('');
  return `<text text-anchor="middle" fill="none" stroke="${ground}" stroke-width="3.5" stroke-linejoin="round" stroke-opacity="0.85" aria-hidden="true">${rows}</text><text text-anchor="middle" fill="${colour}">${rows}</text>\n`;
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
