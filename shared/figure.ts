import { CONCEPT_BUDGETS, tellingConcepts } from './concept-budget.ts';
import { conceptLinks } from './concept-links.ts';
import { conceptPresence } from './concept-presence.ts';
import type { FigureOptions } from './export-options.ts';
import { encodeColours, linkCounts, type ColourEncoding, type EncodedFacts } from './encoding.ts';
import { figureGround } from './figure-ground.ts';
import { figureKey } from './figure-key.ts';
import { figureLabels, figureStar } from './figure-labels.ts';
import { figureScene, type FigureLine, type FigureNode } from './figure-scene.ts';
import { MAP_COLOURS, topicColour } from './palette.ts';
import { conceptRadius, encodeSizes } from './paper-sizes.ts';
import { starOfDisc } from './star.ts';
import { compareText, escapeXml } from './text.ts';
import type { TopicMap } from './topic-map.ts';
import { topicPlaces } from './topic-places.ts';

const MARGIN = 24;
const TITLE_SIZE = 22;
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
  const frame = {
    left: MARGIN,
    top: MARGIN + titleHeight,
    width: options.width - 2 * MARGIN,
    height: Math.max(80, options.height - 2 * MARGIN - titleHeight - legend.height),
  };
  const scene = figureScene(map, nodes, lines, options, frame);
  const { width, height } = scene.camera;
  const { ground, ink } = MAP_COLOURS[options.theme];
  const title = options.title === '' ? '' : `<text x="${MARGIN}" y="${MARGIN + TITLE_SIZE}" font-size="${TITLE_SIZE}" font-weight="600" fill="${ink}">${escapeXml(options.title)}</text>\n`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${options.width}" height="${options.height}" viewBox="0 0 ${options.width} ${options.height}" font-family="${FONT}" role="img">\n`,
    `<title>${escapeXml(options.title === '' ? 'Map of papers' : options.title)}</title>\n`,
    `<rect width="${options.width}" height="${options.height}" fill="${ground}"/>\n`,
    title,
    `<clipPath id="frame"><rect width="${pixel(width)}" height="${pixel(height)}"/></clipPath>\n`,
    `<g transform="translate(${pixel(scene.left)} ${pixel(scene.top)}) scale(${Math.round(scene.print * 10_000) / 10_000})">\n`,
    '<g clip-path="url(#frame)">\n',
    figureGround(map, scene, options),
    links(scene, options),
    discs(scene.nodes, options),
    '</g>\n',
    figureLabels(map, scene, options),
    '</g>\n',
    legend.svg,
    '</svg>\n',
  ].join('');
}

function nodesOf(map: TopicMap, options: FigureOptions, hidden: ReadonlySet<string>, colours: ColourEncoding, facts: EncodedFacts): FigureNode[] {
  const starred = new Set(options.starred.map(({ kind, id }) => `${kind} ${id}`));
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
    ...papers.map((paper): FigureNode => {
      const { topic, colour } = placeOf(paper.topic);
      return { id: paper.id, kind: 'paper', label: paper.title, topic, colour, fill: colours.paper(paper), x: paper.x, y: paper.y, radius: sizes.radius(paper), importance: degrees.get(paper.id) ?? 0, star: starred.has(`paper ${paper.id}`) };
    }),
    ...concepts.map((concept): FigureNode => {
      const { topic, colour } = placeOf(concept.topic);
      return { id: concept.id, kind: 'concept', label: concept.label, topic, colour, fill: colours.concept(concept), x: concept.x, y: concept.y, radius: conceptRadius(concept.papers), importance: presence.get(concept.id) ?? 0, star: starred.has(`concept ${concept.id}`) };
    }),
  ];
}

function linesOf(map: TopicMap, options: FigureOptions, nodes: readonly FigureNode[]): FigureLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines: FigureLine[] = [];
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
function strongestLines(lines: readonly FigureLine[], perNode: number): FigureLine[] {
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

function links(scene: { lines: readonly FigureLine[] }, options: FigureOptions): string {
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

function discs(nodes: readonly FigureNode[], options: FigureOptions): string {
  const { ground, ink } = MAP_COLOURS[options.theme];
  const selected = options.selection && 'id' in options.selection ? options.selection.id : null;
  const stars = nodes.filter(({ star }) => star).map(({ x, y, radius }) => starOfDisc(x, y, radius));
  const shapes = nodes
    .map((node) => {
      const edge = node.id === selected ? `stroke="${ink}" stroke-width="2.5"` : `stroke="${ground}" stroke-width="1"`;
      if (node.kind === 'paper') return `<circle cx="${pixel(node.x)}" cy="${pixel(node.y)}" r="${pixel(node.radius)}" fill="${node.fill}" ${edge}/>\n`;
      const side = node.radius * 1.7;
      return `<rect x="${pixel(node.x - side / 2)}" y="${pixel(node.y - side / 2)}" width="${pixel(side)}" height="${pixel(side)}" rx="${pixel(side / 4)}" fill="${node.fill}" ${edge}/>\n`;
    })
    .join('');
  return shapes + stars.map(({ x, y, radius }) => figureStar(x, y, radius, options.theme)).join('');
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
