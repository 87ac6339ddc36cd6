import { conceptLinks } from './concept-links.ts';
import type { FigureOptions } from './contract.ts';
import { convexHull, coreOf, type Point } from './hull.ts';
import { labelText, LINE_HEIGHT, topicText, type LabelText } from './label-text.ts';
import { MAP_COLOURS, topicColour, topicInk } from './palette.ts';
import { placeLabels, type LabelRequest } from './place-labels.ts';
import { mainTopics, palettePlace, type TopicMap } from './topic-map.ts';
import { compareText, escapeXml } from './text.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A node of the figure, in map units. */
interface Node extends Point {
  id: string;
  kind: 'paper' | 'concept';
  label: string;
  /** Index in map.topics; null without one. */
  topic: number | null;
  /** Place of the topic's colour in the palette; null without one. */
  colour: number | null;
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
const LEGEND_SIZE = 13;
const LEGEND_ROW = 22;
const NODE_LABEL_SIZE = 11;
const NODE_LABEL_WIDTH = 170;
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** Links drawn per node at most, strongest first: more only greys the picture, and the sooner the more nodes there are. */
const LINES_PER_NODE = 3;
const LINES_PER_NODE_OF_MANY = 1;
const MANY_NODES = 600;

/**
 * A figure of a map as SVG text: title, hulls of topics, links, nodes, labels that do not overlap, and a legend.
 * Same map and options give the same bytes. Sizes in CSS pixels.
 */
export function drawFigure(map: TopicMap, options: FigureOptions): string {
  const hidden = new Set(options.hiddenTopics);
  const nodes = nodesOf(map, options, hidden);
  const lines = linesOf(map, options, nodes);
  const legend = options.legend ? legendOf(map, options, hidden) : { height: 0, svg: '' };
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
    hulls(map, scene.nodes, options),
    links(scene, options),
    discs(scene.nodes, options),
    '</g>\n',
    labels(map, scene.nodes, options, frame),
    legend.svg,
    '</svg>\n',
  ].join('');
}

function nodesOf(map: TopicMap, options: FigureOptions, hidden: ReadonlySet<string>): Node[] {
  const topicIndex = new Map(map.topics.map((topic, index) => [topic.id, { topic: index, colour: palettePlace(topic, index) }]));
  const placeOf = (topic: string | null) => topicIndex.get(topic ?? '') ?? { topic: null, colour: null };
  const shown = (topic: string | null) => topic === null || !hidden.has(topic);
  const strength = strengthOf(map);
  const papers = options.view === 'concepts' ? [] : map.papers.filter((paper) => shown(paper.topic));
  const concepts = options.view === 'papers' ? [] : map.concepts.filter((concept) => shown(concept.topic));
  return [
    ...papers.map((paper): Node => {
      const importance = strength.get(paper.id) ?? 0;
      const { topic, colour } = placeOf(paper.topic);
      return { id: paper.id, kind: 'paper', label: paper.title, topic, colour, x: paper.x, y: paper.y, radius: 3.6 + Math.min(3, Math.sqrt(importance) * 0.9), importance };
    }),
    ...concepts.map((concept): Node => {
      const { topic, colour } = placeOf(concept.topic);
      const radius = 2.6 + Math.min(5, Math.sqrt(concept.papers) * 0.6);
      return { id: concept.id, kind: 'concept', label: concept.label, topic, colour, x: concept.x, y: concept.y, radius, importance: concept.papers };
    }),
  ];
}

/** Sum of the weights of each paper's links. */
function strengthOf(map: TopicMap): Map<string, number> {
  const strength = new Map<string, number>();
  for (const { source, target, weight } of map.links) {
    strength.set(source, (strength.get(source) ?? 0) + weight);
    strength.set(target, (strength.get(target) ?? 0) + weight);
  }
  return strength;
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

/** Nodes and lines in pixels of the frame. */
function project(nodes: readonly Node[], lines: readonly Line[], options: FigureOptions, frame: Frame): { nodes: Node[]; lines: Line[] } {
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
  return { nodes: [...moved.values()], lines: movedLines };
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

function hulls(map: TopicMap, nodes: readonly Node[], options: FigureOptions): string {
  return membersByTopic(map, nodes)
    .map((members, index) => {
      const outline = convexHull(coreOf(members));
      if (outline.length === 0) return '';
      const colour = topicColour(palettePlace(map.topics[index], index), options.theme);
      const path = outline.map(({ x, y }, corner) => `${corner === 0 ? 'M' : 'L'}${pixel(x)} ${pixel(y)}`).join('');
      return `<path d="${path}Z" fill="${colour}" stroke="${colour}" stroke-width="34" stroke-linejoin="round" stroke-linecap="round" opacity="0.09"/>\n`;
    })
    .join('');
}

function links(scene: { lines: readonly Line[] }, options: FigureOptions): string {
  const { line } = MAP_COLOURS[options.theme];
  return scene.lines
    .map(({ from, to, weight }) => {
      const within = from.topic !== null && from.topic === to.topic;
      const colour = within ? topicColour(from.colour, options.theme) : line;
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
      const fill = topicColour(node.colour, options.theme);
      const edge = node.id === selected ? `stroke="${ink}" stroke-width="2.5"` : `stroke="${ground}" stroke-width="1"`;
      if (node.kind === 'paper') return `<circle cx="${pixel(node.x)}" cy="${pixel(node.y)}" r="${pixel(node.radius)}" fill="${fill}" ${edge}/>\n`;
      const side = node.radius * 1.7;
      return `<rect x="${pixel(node.x - side / 2)}" y="${pixel(node.y - side / 2)}" width="${pixel(side)}" height="${pixel(side)}" rx="${pixel(side / 4)}" fill="${fill}" ${edge}/>\n`;
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
  for (const [index, members] of membersByTopic(map, nodes).entries()) {
    const topic = map.topics[index];
    const core = coreOf(members);
    if (!topic || core.length === 0) continue;
    const top = Math.min(...core.map((node) => node.y));
    const bottom = Math.max(...core.map((node) => node.y));
    const x = core.reduce((sum, node) => sum + node.x, 0) / core.length;
    ask(`topic ${topic.id}`, { x, y: (top + bottom) / 2, radius: (bottom - top) / 2 + 14 }, topicText(topic.label, false), topicInk(palettePlace(topic, index), options.theme), true);
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

function legendOf(map: TopicMap, options: FigureOptions, hidden: ReadonlySet<string>): { height: number; svg: string } {
  const { ink, faint } = MAP_COLOURS[options.theme];
  const topics = mainTopics(map);
  const entries = topics.flatMap((topic, index) => (hidden.has(topic.id) ? [] : [{ label: topic.label, papers: topic.papers, colour: topicColour(palettePlace(topic, index), options.theme) }]));
  const width = options.width - 2 * MARGIN;
  const columns = Math.max(1, Math.min(4, Math.floor(width / 300)));
  const columnWidth = width / columns;
  const shown = entries.slice(0, columns * 8);
  const unlinked = map.papers.filter((paper) => paper.topic === null).length;
  const rows = Math.ceil(shown.length / columns);
  const height = rows * LEGEND_ROW + LEGEND_ROW + 14;
  const top = options.height - MARGIN - height + 14;
  const parts = shown.map((entry, position) => {
    const x = MARGIN + (position % columns) * columnWidth;
    const y = top + Math.floor(position / columns) * LEGEND_ROW + LEGEND_SIZE;
    const count = ` ${entry.papers}`;
    const [label = ''] = wrapText(entry.label, columnWidth - 34 - textWidth(count, LEGEND_SIZE), LEGEND_SIZE, 1);
    return `<circle cx="${pixel(x + 6)}" cy="${pixel(y - 4.5)}" r="5.5" fill="${entry.colour}"/><text x="${pixel(x + 18)}" y="${pixel(y)}" font-size="${LEGEND_SIZE}" fill="${ink}">${escapeXml(label)}<tspan fill="${faint}">${count}</tspan></text>\n`;
  });
  const more = entries.length > shown.length ? ` · ${entries.length - shown.length} more topics` : '';
  const alone = unlinked > 0 ? ` · ${unlinked} unlinked` : '';
  const summary = `${map.papers.length} papers · ${topics.length} topics${more}${alone} · lines join papers that share concepts`;
  parts.push(`<text x="${MARGIN}" y="${options.height - MARGIN}" font-size="11" fill="${faint}">${escapeXml(summary)}</text>\n`);
  return { height, svg: parts.join('') };
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
