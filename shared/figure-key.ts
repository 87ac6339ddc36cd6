import type { ColourKey } from './encoding.ts';
import type { FigureOptions } from './export-options.ts';
import { figureStar } from './figure-labels.ts';
import { figureDetail, nodesInSight, type FigureScene } from './figure-picture.ts';
import { COLOURING_WORDS, REST_WORDS, scaleEnds, SIZING_WORDS } from './look-words.ts';
import { MAP_COLOURS } from './palette.ts';
import type { SizeSample } from './paper-sizes.ts';
import type { Camera } from './picture/camera.ts';
import type { Detail } from './picture/level-of-detail.ts';
import { screenRadius } from './screen-radius.ts';
import { escapeXml } from './text.ts';
import { textWidth, wrapText } from './text-width.ts';
import { mainTopics, type TopicMap } from './topic-map.ts';

/** The legend of a figure: the height that it takes beneath the picture, and its SVG text, drawn from its left upper corner. */
export interface FigureKey {
  height: number;
  /** With the camera of the picture, by which sizes are drawn. */
  svg: (camera: Camera) => string;
}

/** What the legend is made from. */
interface Explained {
  scene: FigureScene;
  options: FigureOptions;
  detail: Detail;
  /** Ids of topics of which a paper or concept is in sight. */
  topics: ReadonlySet<string>;
  papers: { inSight: number; all: number; unlinked: number };
  /** Sizes that are explained; empty where they are not to be told apart. */
  sizes: readonly SizeSample[];
  /** Stars that are drawn. */
  stars: number;
  width: number;
}

/** A row of the legend; `y` is its upper edge. */
interface Row {
  height: number;
  svg: (y: number, camera: Camera) => string;
}

const SIZE = 13;
const ROW = 22;
const NOTE_SIZE = 11;
const NOTE_ROW = 17;
const ABOVE = 14;
const BASELINE = 14;
const SCALE_WIDTH = 220;
const COLUMN_WIDTH = 240;
const MOST_COLUMNS = 4;
const MOST_ROWS = 8;
const GAP = 22;
/** Pixels of a column that a class needs besides its name and number. */
const BESIDE_LABEL = 34;
/** Sizes are explained where at least so much of the papers is to be seen. */
const SIZED_FROM = 0.5;
/** Pixels by which radii must differ to be told apart. */
const LEAST_DIFFERENCE = 0.4;

/** What colours, sizes, stars and lines of a figure mean, for its foot: as wide as the picture, in pixels. `camera` tells what is in sight. */
export function figureKey(scene: FigureScene, options: FigureOptions, camera: Camera, width: number): FigureKey {
  const explained = explainedBy(scene, options, camera, width);
  const rows = [...colourRows(explained), ...signRow(explained), ...noteRows(explained)];
  const height = ABOVE + rows.reduce((sum, row) => sum + row.height, 0);
  return {
    height,
    svg: (drawn) => {
      let y = ABOVE;
      return rows
        .map((row) => {
          y += row.height;
          return row.svg(y - row.height, drawn);
        })
        .join('');
    },
  };
}

function explainedBy(scene: FigureScene, options: FigureOptions, camera: Camera, width: number): Explained {
  const { graph, screen } = scene;
  const seen = screen ? nodesInSight(graph.nodes, camera) : graph.nodes;
  const ids = new Set(seen.map(({ id }) => id));
  const topics = new Set(seen.flatMap(({ topic }) => (topic === null ? [] : (graph.map.topics[topic]?.id ?? []))));
  const papers = papersOf(graph.map, options);
  const inSight = options.view === 'concepts' ? papers.length : seen.filter(({ kind }) => kind === 'paper').length;
  const stars = options.starred.filter(({ kind, id }) => (kind === 'topic' ? topics.has(id) : ids.has(id))).length;
  const detail = figureDetail(scene, options, camera);
  const sizes = options.view !== 'concepts' && detail.nodes >= SIZED_FROM && areToldApart(scene.sizeSamples, camera) ? scene.sizeSamples : [];
  return { scene, options, detail, topics, sizes, papers: { inSight, all: papers.length, unlinked: papers.filter(({ topic }) => topic === null).length }, stars, width };
}

function papersOf(map: TopicMap, { hiddenTopics }: FigureOptions): TopicMap['papers'] {
  const hidden = new Set(hiddenTopics);
  return map.papers.filter(({ topic }) => topic === null || !hidden.has(topic));
}

function colourRows(explained: Explained): Row[] {
  const { colourKey } = explained.scene;
  if (colourKey.kind === 'classes') return classRows(explained, classTable(explained, colourKey));
  return colourKey.kind === 'values' ? [scaleRow(explained, colourKey)] : [];
}

type ClassesKey = Extract<ColourKey, { kind: 'classes' }>;

interface ClassTable {
  shown: ClassesKey['classes'];
  /** How many the legend has no room for. */
  left: number;
  columns: number;
}

/** The topics or files that the legend has room for: in as many columns as there is room for, in fewer where names would be cut and there are rows left. */
function classTable(explained: Explained, { classes, colourBy }: ClassesKey): ClassTable {
  const entries = classes.filter(({ id }) => colourBy !== 'topic' || explained.topics.has(id ?? ''));
  let columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(explained.width / COLUMN_WIDTH)));
  const shown = entries.slice(0, columns * MOST_ROWS);
  const widest = Math.max(0, ...shown.map(({ label, papers }) => textWidth(`${label} ${papers.toLocaleString('en')}`, SIZE) + BESIDE_LABEL));
  while (columns > 1 && widest > explained.width / columns && shown.length <= (columns - 1) * MOST_ROWS) columns--;
  return { shown, left: entries.length - shown.length, columns };
}

function classRows(explained: Explained, { shown: entries, columns }: ClassTable): Row[] {
  const { ink, faint } = MAP_COLOURS[explained.options.theme];
  const columnWidth = explained.width / columns;
  const entrySvg = (entry: ClassesKey['classes'][number], x: number, y: number) => {
    const count = ` ${entry.papers.toLocaleString('en')}`;
    const [label = ''] = wrapText(entry.label, columnWidth - BESIDE_LABEL - textWidth(count, SIZE), SIZE, 1);
    return `<circle cx="${pixel(x + 6)}" cy="${pixel(y + BASELINE - 4.5)}" r="5.5" fill="${entry.colour}"/><text x="${pixel(x + 18)}" y="${pixel(y + BASELINE)}" font-size="${SIZE}" fill="${ink}">${escapeXml(label)}<tspan fill="${faint}">${count}</tspan></text>\n`;
  };
  return Array.from({ length: Math.ceil(entries.length / columns) }, (_, row) => ({
    height: ROW,
    svg: (y: number) => entries.slice(row * columns, (row + 1) * columns).map((entry, column) => entrySvg(entry, column * columnWidth, y)).join(''),
  }));
}

function scaleRow({ scene, options }: Explained, key: Extract<ColourKey, { kind: 'values' }>): Row {
  const { ink, faint } = MAP_COLOURS[options.theme];
  const concept = scene.graph.map.concepts.find(({ id }) => id === options.colourConcept)?.label;
  const name = key.colourBy === 'concept' && concept !== undefined ? `How much about “${concept}”` : COLOURING_WORDS[key.colourBy].name;
  const [least = '', most = ''] = scaleEnds(key);
  const step = SCALE_WIDTH / key.stops.length;
  const left = textWidth(name, SIZE, 600) + 14;
  const scaleLeft = left + textWidth(least, SIZE) + 8;
  const scaleRight = scaleLeft + SCALE_WIDTH + 8;
  const restLeft = scaleRight + textWidth(most, SIZE) + GAP;
  return {
    height: ROW,
    svg: (y) => {
      const stops = key.stops.map((colour, place) => `<rect x="${pixel(scaleLeft + place * step)}" y="${pixel(y + 4)}" width="${pixel(step + 0.3)}" height="11" fill="${colour}"/>`).join('');
      const rest = key.unknown.papers === 0 ? '' : `<circle cx="${pixel(restLeft + 5)}" cy="${pixel(y + BASELINE - 4.5)}" r="5" fill="${key.unknown.colour}"/>${textSvg(restLeft + 16, y, `${REST_WORDS[key.colourBy]} ${key.unknown.papers.toLocaleString('en')}`, faint)}`;
      return `${textSvg(0, y, name, ink, 600)}${textSvg(left, y, least, faint)}${stops}\n${textSvg(scaleRight, y, most, faint)}${rest}`;
    },
  };
}

/** What sizes and stars mean, in one row; none where neither means anything. */
function signRow(explained: Explained): Row[] {
  const { options, sizes: samples, stars } = explained;
  const { ink, faint } = MAP_COLOURS[options.theme];
  if (samples.length === 0 && stars === 0) return [];
  const svg = (y: number, { zoom }: Camera) => {
    const parts: string[] = [];
    let x = 0;
    const say = (words: string, colour: string) => {
      parts.push(textSvg(x, y, words, colour));
      x += textWidth(words, SIZE);
    };
    if (samples.length > 0) {
      say(`Size: ${SIZING_WORDS[options.sizeBy].name.toLowerCase()}`, ink);
      for (const { value, radius } of samples) {
        const drawn = screenRadius(radius, zoom);
        parts.push(`<circle cx="${pixel(x + 14 + drawn)}" cy="${pixel(y + BASELINE - 4.5)}" r="${pixel(drawn)}" fill="${faint}"/>`);
        x += 14 + 2 * drawn + 5;
        say(value.toLocaleString('en'), faint);
      }
      x += GAP;
    }
    if (stars > 0) {
      parts.push(figureStar(x + 7, y + BASELINE - 4.5, 7, options.theme));
      x += 18;
      say('Starred ', ink);
      say(stars.toLocaleString('en'), faint);
    }
    return `${parts.join('')}\n`;
  };
  return [{ height: ROW, svg }];
}

/** Whether the smallest and the largest size look different: from far away all dots are as small as dots get. */
function areToldApart(samples: readonly SizeSample[], { zoom }: Camera): boolean {
  const radii = samples.map(({ radius }) => screenRadius(radius, zoom));
  return radii.length > 0 && Math.max(...radii) - Math.min(...radii) >= LEAST_DIFFERENCE;
}

/** How much the figure shows, and what its lines are: in as many lines as it takes. */
function noteRows(explained: Explained): Row[] {
  const { faint } = MAP_COLOURS[explained.options.theme];
  const lines = wrapParts(noteParts(explained), explained.width);
  return lines.map((line, place) => ({
    height: place === 0 ? NOTE_ROW + 4 : NOTE_ROW,
    svg: (y) => `<text x="0" y="${pixel(y + (place === 0 ? 4 : 0) + 11)}" font-size="${NOTE_SIZE}" fill="${faint}">${escapeXml(line)}</text>\n`,
  }));
}

function noteParts(explained: Explained): string[] {
  const { scene, options, papers, topics } = explained;
  const { map } = scene.graph;
  const count = mainTopics(map).filter(({ id }) => topics.has(id)).length;
  const parts = [
    papers.inSight < papers.all ? `${papers.inSight.toLocaleString('en')} of ${counted(papers.all, 'paper')}` : counted(papers.all, 'paper'),
    counted(count, 'topic'),
  ];
  const { colourKey } = scene;
  const left = colourKey.kind === 'classes' ? classTable(explained, colourKey).left : 0;
  if (left > 0) parts.push(`${counted(left, colourKey.colourBy === 'topic' ? 'topic' : 'file')} not listed here`);
  if (colourKey.kind === 'none') parts.push(uncapitalised(COLOURING_WORDS[colourKey.colourBy].unknown));
  if (papers.inSight === papers.all && papers.unlinked > 0) parts.push(`${papers.unlinked.toLocaleString('en')} unlinked`);
  const found = options.matches && standingOut(scene, options.matches);
  if (found !== null) parts.push(`${counted(found, 'paper')} ${found === 1 ? 'stands' : 'stand'} out`);
  if (options.backdrop === 'density') parts.push('the ground tells how dense papers are');
  return [...parts, linesInWords(explained)];
}

/** What the lines of the figure join. */
function linesInWords({ options, detail }: Explained): string {
  if (detail.topics > 0.5) return 'bubbles are as large as topics have papers, lines join topics whose papers share concepts';
  if (options.view === 'concepts') return 'lines join concepts that papers have in common';
  return options.view === 'both' ? 'lines lead from papers (discs) to their concepts (squares)' : 'lines join papers that share concepts';
}

function wrapParts(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} · ${part}`;
    if (last !== undefined && textWidth(longer, NOTE_SIZE) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Number of papers on the map that search and filters leave. */
function standingOut({ graph }: FigureScene, matches: readonly string[]): number {
  return matches.filter((id) => graph.byId.get(id)?.kind === 'paper').length;
}

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? word : `${word}s`}`;
}

function textSvg(x: number, y: number, words: string, colour: string, weight = 400): string {
  return `<text x="${pixel(x)}" y="${pixel(y + BASELINE)}" font-size="${SIZE}" font-weight="${weight}" fill="${colour}">${escapeXml(words.trimEnd())}</text>`;
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
