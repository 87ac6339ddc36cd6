import type { FigureOptions } from './export-options.ts';
import { colourRows } from './figure-key-colours.ts';
import { noteRows } from './figure-key-note.ts';
import { KEY_BASELINE, KEY_GAP, KEY_ROW, KEY_SIZE, pixel, textSvg, type Explained, type Row } from './figure-key-row.ts';
import { figureStar } from './figure-labels.ts';
import { figureDetail, nodesInSight, type FigureScene } from './figure-picture.ts';
import { SIZING_WORDS } from './look-words.ts';
import { MAP_COLOURS } from './palette.ts';
import type { SizeSample } from './paper-sizes.ts';
import type { Camera } from './picture/camera.ts';
import { screenRadius } from './screen-radius.ts';
import { textWidth } from './text-width.ts';
import type { TopicMap } from './topic-map.ts';

/** The legend of a figure: the height that it takes beneath the picture, and its SVG text, drawn from its left upper corner. */
export interface FigureKey {
  height: number;
  /** With the camera of the picture, by which sizes are drawn. */
  svg: (camera: Camera) => string;
}

/** Pixels above the legend. */
const ABOVE = 14;
/** Sizes are explained where at least so much of the papers is to be seen. */
const SIZED_FROM = 0.5;
/** Pixels by which radii must differ to be told apart. */
const LEAST_DIFFERENCE = 0.8;

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

/** Whether the smallest and the largest size look different: from far away all dots are as small as dots get. */
function areToldApart(samples: readonly SizeSample[], { zoom }: Camera): boolean {
  const radii = samples.map(({ radius }) => screenRadius(radius, zoom));
  return radii.length > 0 && Math.max(...radii) - Math.min(...radii) >= LEAST_DIFFERENCE;
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
      x += textWidth(words, KEY_SIZE);
    };
    if (samples.length > 0) {
      say(`Size: ${SIZING_WORDS[options.sizeBy].name.toLowerCase()}`, ink);
      for (const { value, radius } of samples) {
        const drawn = screenRadius(radius, zoom);
        parts.push(`<circle cx="${pixel(x + 14 + drawn)}" cy="${pixel(y + KEY_BASELINE - 4.5)}" r="${pixel(drawn)}" fill="${faint}"/>`);
        x += 14 + 2 * drawn + 5;
        say(value.toLocaleString('en'), faint);
      }
      x += KEY_GAP;
    }
    if (stars > 0) {
      parts.push(figureStar(x + 7, y + KEY_BASELINE - 4.5, 7, options.theme));
      x += 18;
      say('Starred ', ink);
      say(stars.toLocaleString('en'), faint);
    }
    return `${parts.join('')}\n`;
  };
  return [{ height: KEY_ROW, svg }];
}
