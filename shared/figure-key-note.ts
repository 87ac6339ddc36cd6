import { classTable } from './figure-key-colours.ts';
import { pixel, type Explained, type Row } from './figure-key-row.ts';
import type { FigureScene } from './figure-picture.ts';
import { COLOURING_WORDS } from './look-words.ts';
import { MAP_COLOURS } from './palette.ts';
import { escapeXml } from './text.ts';
import { textWidth, wrapText } from './text-width.ts';
import { mainTopics } from './topic-map.ts';

const NOTE_SIZE = 11;
const NOTE_ROW = 17;
/** Lines that one part of the note takes at most. */
const MOST_LINES = 3;

/** How much the figure shows, and what its lines are: in as many lines as it takes. */
export function noteRows(explained: Explained): Row[] {
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
    else lines.push(...wrapText(part, width, NOTE_SIZE, MOST_LINES));
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
