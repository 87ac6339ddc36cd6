import type { ColourKey } from './encoding.ts';
import type { FigureOptions } from './export-options.ts';
import { KEY_BASELINE, KEY_GAP, KEY_ROW, KEY_SIZE, pixel, textSvg, type Explained, type Row } from './figure-key-row.ts';
import { COLOURING_WORDS, REST_WORDS, scaleEnds } from './look-words.ts';
import { MAP_COLOURS } from './palette.ts';
import { escapeXml } from './text.ts';
import { textWidth, wrapText } from './text-width.ts';
import type { TopicMap } from './topic-map.ts';

const SCALE_WIDTH = { least: 60, most: 220 } as const;
const COLUMN_WIDTH = 240;
const MOST_COLUMNS = 4;
const MOST_ROWS = 8;
/** Names are cut rather than set in more rows than this. */
const FEW_ROWS = 5;
/** Pixels of a column that a class needs besides its name and number. */
const BESIDE_LABEL = 34;

/** What the colours of a figure mean: a table of topics or files, or a scale. */
export function colourRows(explained: Explained): Row[] {
  const { colourKey } = explained.scene;
  if (colourKey.kind === 'classes') return classRows(explained, classTable(explained, colourKey));
  return colourKey.kind === 'values' ? scaleRows(explained, colourKey) : [];
}

type ClassesKey = Extract<ColourKey, { kind: 'classes' }>;
type ValuesKey = Extract<ColourKey, { kind: 'values' }>;

/** Classes as the legend lists them. */
export interface ClassTable {
  shown: ClassesKey['classes'];
  /** How many the legend has no room for. */
  left: number;
  columns: number;
}

/** The topics or files that the legend has room for: in as many columns as there is room for, in fewer where names would be cut and a few rows are enough. */
export function classTable(explained: Explained, { classes, colourBy }: ClassesKey): ClassTable {
  const entries = classes.filter(({ id }) => colourBy !== 'topic' || explained.topics.has(id ?? ''));
  let columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(explained.width / COLUMN_WIDTH)));
  const shown = entries.slice(0, columns * MOST_ROWS);
  const widest = Math.max(0, ...shown.map(({ label, papers }) => textWidth(`${label} ${papers.toLocaleString('en')}`, KEY_SIZE) + BESIDE_LABEL));
  while (columns > 1 && widest > explained.width / columns && shown.length <= (columns - 1) * FEW_ROWS) columns--;
  return { shown, left: entries.length - shown.length, columns };
}

function classRows(explained: Explained, { shown: entries, columns }: ClassTable): Row[] {
  const { ink, faint } = MAP_COLOURS[explained.options.theme];
  const columnWidth = explained.width / columns;
  const entrySvg = (entry: ClassesKey['classes'][number], x: number, y: number) => {
    const count = ` ${entry.papers.toLocaleString('en')}`;
    const [label = ''] = wrapText(entry.label, columnWidth - BESIDE_LABEL - textWidth(count, KEY_SIZE), KEY_SIZE, 1);
    return `<circle cx="${pixel(x + 6)}" cy="${pixel(y + KEY_BASELINE - 4.5)}" r="5.5" fill="${entry.colour}"/><text x="${pixel(x + 18)}" y="${pixel(y + KEY_BASELINE)}" font-size="${KEY_SIZE}" fill="${ink}">${escapeXml(label)}<tspan fill="${faint}">${count}</tspan></text>\n`;
  };
  return Array.from({ length: Math.ceil(entries.length / columns) }, (_, row) => ({
    height: KEY_ROW,
    svg: (y: number) => entries.slice(row * columns, (row + 1) * columns).map((entry, column) => entrySvg(entry, column * columnWidth, y)).join(''),
  }));
}

/** Name, scale and the papers that the scale says nothing of, in as few rows as have room for them. */
function scaleRows({ scene, options, width }: Explained, key: ValuesKey): Row[] {
  const { ink, faint } = MAP_COLOURS[options.theme];
  const [name = ''] = wrapText(nameOf(key, options, scene.graph.map), width, KEY_SIZE, 1, 600);
  const words = `${REST_WORDS[key.colourBy]} ${key.unknown.papers.toLocaleString('en')}`;
  const rest = (x: number, y: number) => `<circle cx="${pixel(x + 5)}" cy="${pixel(y + KEY_BASELINE - 4.5)}" r="5" fill="${key.unknown.colour}"/>${textSvg(x + 16, y, words, faint)}\n`;
  const parts = [
    { width: textWidth(name, KEY_SIZE, 600), svg: (x: number, y: number) => textSvg(x, y, name, ink, 600) },
    scalePart(key, faint, width),
    ...(key.unknown.papers === 0 ? [] : [{ width: 16 + textWidth(words, KEY_SIZE), svg: rest }]),
  ];
  return rowsOf(parts, width);
}

function nameOf({ colourBy }: ValuesKey, { colourConcept }: FigureOptions, { concepts }: TopicMap): string {
  const concept = concepts.find(({ id }) => id === colourConcept)?.label;
  return colourBy === 'concept' && concept !== undefined ? `How much about “${concept}”` : COLOURING_WORDS[colourBy].name;
}

interface Part {
  width: number;
  svg: (x: number, y: number) => string;
}

/** The colours of a scale between the words for its ends. */
function scalePart(key: ValuesKey, faint: string, width: number): Part {
  const [least = '', most = ''] = scaleEnds(key);
  const left = textWidth(least, KEY_SIZE) + 8;
  const right = textWidth(most, KEY_SIZE) + 8;
  const scaleWidth = Math.max(SCALE_WIDTH.least, Math.min(SCALE_WIDTH.most, width - left - right));
  const step = scaleWidth / key.stops.length;
  const svg = (x: number, y: number) => {
    const stops = key.stops.map((colour, place) => `<rect x="${pixel(x + left + place * step)}" y="${pixel(y + 4)}" width="${pixel(step + 0.3)}" height="11" fill="${colour}"/>`).join('');
    return `${textSvg(x, y, least, faint)}${stops}\n${textSvg(x + left + scaleWidth + 8, y, most, faint)}\n`;
  };
  return { width: left + scaleWidth + right, svg };
}

/** Parts side by side, each in a new row where the last has no room for it. */
function rowsOf(parts: readonly Part[], width: number): Row[] {
  const rows: { part: Part; x: number }[][] = [];
  let right = 0;
  for (const part of parts) {
    const row = rows.at(-1);
    const x = row ? right + KEY_GAP : 0;
    const isFitting = row !== undefined && x + part.width <= width;
    if (isFitting) row.push({ part, x });
    else rows.push([{ part, x: 0 }]);
    right = (isFitting ? x : 0) + part.width;
  }
  return rows.map((row) => ({ height: KEY_ROW, svg: (y: number) => row.map(({ part, x }) => part.svg(x, y)).join('') }));
}
