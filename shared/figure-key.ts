import type { FigureOptions } from './export-options.ts';
import type { ColourKey } from './encoding.ts';
import { MAP_COLOURS } from './palette.ts';
import type { Colouring } from './settings.ts';
import { escapeXml } from './text.ts';
import { textWidth, wrapText } from './text-width.ts';
import { mainTopics, type TopicMap } from './topic-map.ts';

/** The legend of a figure: SVG text at its foot, and the height that it takes. */
export interface FigureKey {
  height: number;
  svg: string;
}

const SIZE = 13;
const ROW = 22;
const SCALE_WIDTH = 220;
const NOTE_SIZE = 11;

/** What colours and lines of a figure mean, for its foot. `margin` in pixels. */
export function figureKey(map: TopicMap, options: FigureOptions, key: ColourKey, hidden: ReadonlySet<string>, margin: number): FigureKey {
  const { faint } = MAP_COLOURS[options.theme];
  const body = key.kind === 'values' ? scaleKey(map, options, key, margin) : key.kind === 'classes' ? classesKey(options, key, hidden, margin) : { height: 0, svg: '', more: ` · ${COLOUR_WORDS[key.colourBy]} is not known` };
  const topics = mainTopics(map);
  const unlinked = map.papers.filter((paper) => paper.topic === null).length;
  const alone = unlinked > 0 ? ` · ${unlinked} unlinked` : '';
  const summary = `${map.papers.length} papers · ${topics.length} topics${body.more}${alone} · lines join papers that share concepts`;
  const note = `<text x="${margin}" y="${options.height - margin}" font-size="${NOTE_SIZE}" fill="${faint}">${escapeXml(summary)}</text>\n`;
  return { height: body.height + ROW + 14, svg: body.svg + note };
}

interface Body extends FigureKey {
  /** What the note beneath says besides. */
  more: string;
}

function classesKey(options: FigureOptions, key: Extract<ColourKey, { kind: 'classes' }>, hidden: ReadonlySet<string>, margin: number): Body {
  const { ink, faint } = MAP_COLOURS[options.theme];
  const entries = key.classes.filter(({ id }) => key.colourBy !== 'topic' || !hidden.has(id ?? ''));
  const width = options.width - 2 * margin;
  const columns = Math.max(1, Math.min(4, Math.floor(width / 300)));
  const columnWidth = width / columns;
  const shown = entries.slice(0, columns * 8);
  const height = Math.ceil(shown.length / columns) * ROW;
  const top = options.height - margin - height - ROW;
  const rows = shown.map((entry, position) => {
    const x = margin + (position % columns) * columnWidth;
    const y = top + Math.floor(position / columns) * ROW + SIZE;
    const count = ` ${entry.papers}`;
    const [label = ''] = wrapText(entry.label, columnWidth - 34 - textWidth(count, SIZE), SIZE, 1);
    return `<circle cx="${pixel(x + 6)}" cy="${pixel(y - 4.5)}" r="5.5" fill="${entry.colour}"/><text x="${pixel(x + 18)}" y="${pixel(y)}" font-size="${SIZE}" fill="${ink}">${escapeXml(label)}<tspan fill="${faint}">${count}</tspan></text>\n`;
  });
  const left = entries.length - shown.length;
  return { height, svg: rows.join(''), more: left > 0 ? ` · ${left} more ${key.colourBy === 'topic' ? 'topics' : 'files'}` : '' };
}

const COLOUR_WORDS: Record<Colouring, string> = { topic: 'Topic', year: 'Year', concept: 'Concept', confidence: 'Confidence', source: 'Source file', degree: 'Number of links' };

function scaleKey(map: TopicMap, options: FigureOptions, key: Extract<ColourKey, { kind: 'values' }>, margin: number): Body {
  const { ink, faint } = MAP_COLOURS[options.theme];
  const y = options.height - margin - ROW - 12;
  const concept = map.concepts.find(({ id }) => id === options.colourConcept)?.label;
  const name = key.colourBy === 'concept' && concept !== undefined ? `Weight of “${concept}”` : COLOUR_WORDS[key.colourBy];
  const left = margin + textWidth(name, SIZE, 600) + 14;
  const step = SCALE_WIDTH / key.stops.length;
  const say = (value: number) => (key.colourBy === 'confidence' || key.colourBy === 'concept' ? `${Math.round(value * 100)}%` : String(value));
  const lowest = say(key.least) + (key.lowest < key.least ? ' or before' : '');
  const highest = say(key.most) + (key.highest > key.most ? (key.colourBy === 'year' ? ' or after' : ' or more') : '');
  const scaleLeft = left + textWidth(lowest, SIZE) + 8;
  const end = scaleLeft + SCALE_WIDTH + 8;
  const unknownLeft = end + textWidth(highest, SIZE) + 24;
  const text = (x: number, words: string, colour: string, weight = 400) => `<text x="${pixel(x)}" y="${pixel(y)}" font-size="${SIZE}" font-weight="${weight}" fill="${colour}">${escapeXml(words)}</text>\n`;
  const stops = key.stops.map((colour, place) => `<rect x="${pixel(scaleLeft + place * step)}" y="${pixel(y - 10)}" width="${pixel(step + 0.3)}" height="11" fill="${colour}"/>`).join('');
  const unknown = key.unknown.papers === 0 ? '' : `<circle cx="${pixel(unknownLeft + 5)}" cy="${pixel(y - 4.5)}" r="5" fill="${key.unknown.colour}"/>${text(unknownLeft + 16, `Without: ${key.unknown.papers}`, faint)}`;
  return { height: ROW, svg: `${text(margin, name, ink, 600)}${text(left, lowest, faint)}${stops}\n${text(end, highest, faint)}${unknown}`, more: '' };
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
