import type { EncodedFacts } from './encoding.ts';
import type { FigureOptions } from './export-options.ts';
import { figureKey } from './figure-key.ts';
import { figureLabels } from './figure-labels.ts';
import { figureCamera, figurePicture, figureScene, type FigurePicture } from './figure-picture.ts';
import { MAP_COLOURS } from './palette.ts';
import { VEIL_OPACITY } from './picture/colours.ts';
import { DensityPainter } from './picture/paint-density.ts';
import { paintLifted, paintLower, paintRings } from './picture/paint-picture.ts';
import { SvgPen } from './svg-pen.ts';
import { escapeXml } from './text.ts';
import { wrapText } from './text-width.ts';
import type { TopicMap } from './topic-map.ts';

const MARGIN = 24;
const TITLE_SIZE = 22;
const TITLE_LINE = 28;
const TITLE_LINES = 3;
/** Pixels between the title and the picture. */
const BENEATH_TITLE = 14;
const LEAST_HEIGHT = 80;
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";

/**
 * A figure of a map as SVG text: title, the picture of the map, and a legend. The picture is painted by the functions that paint the
 * screen, with a pen that writes SVG; a figure of the screen is a page around that screen, printed as wide as the options say.
 * Same map, options and facts give the same bytes. `facts` for colours and sizes that need them.
 */
export function drawFigure(map: TopicMap, options: FigureOptions, facts: EncodedFacts = null): string {
  const scene = figureScene(map, options, facts);
  const pageWidth = scene.screen ? scene.screen.width + 2 * MARGIN : options.width;
  const title = options.title === '' ? [] : wrapText(options.title, pageWidth - 2 * MARGIN, TITLE_SIZE, TITLE_LINES, 600);
  const top = MARGIN + (title.length === 0 ? 0 : title.length * TITLE_LINE + BENEATH_TITLE);
  const room = { width: pageWidth - 2 * MARGIN, height: Math.max(LEAST_HEIGHT, options.height - MARGIN - top) };
  const key = options.legend ? figureKey(scene, options, figureCamera(scene, room.width, room.height), room.width) : null;
  const camera = figureCamera(scene, room.width, Math.max(LEAST_HEIGHT, room.height - (key?.height ?? 0)));
  const shown = figurePicture(scene, options, camera);
  const pageHeight = scene.screen ? top + camera.height + (key?.height ?? 0) + MARGIN : options.height;
  const print = options.width / pageWidth;
  const { ground, ink } = MAP_COLOURS[options.theme];
  const keySvg = key?.svg(camera) ?? '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${options.width}" height="${Math.round(pageHeight * print)}" viewBox="0 0 ${exact(pageWidth)} ${exact(pageHeight)}" font-family="${FONT}" role="img">\n`,
    `<title>${escapeXml(options.title === '' ? 'Map of papers' : options.title)}</title>\n`,
    `<rect width="${exact(pageWidth)}" height="${exact(pageHeight)}" fill="${ground}"/>\n`,
    ...title.map((line, place) => `<text x="${MARGIN}" y="${MARGIN + TITLE_SIZE + place * TITLE_LINE}" font-size="${TITLE_SIZE}" font-weight="600" fill="${ink}">${escapeXml(line)}</text>\n`),
    `<clipPath id="frame"><rect width="${exact(camera.width)}" height="${exact(camera.height)}"/></clipPath>\n`,
    `<g transform="translate(${MARGIN} ${top})">\n`,
    painted(shown),
    figureLabels(shown.labels, camera, options.theme),
    '</g>\n',
    keySvg === '' ? '' : `<g transform="translate(${MARGIN} ${exact(top + camera.height)})">\n${keySvg}</g>\n`,
    '</svg>\n',
  ].join('');
}

/** The picture of the map: what dims where something stands out, and that above it. */
function painted({ picture, camera }: FigurePicture): string {
  const pen = new SvgPen();
  pen.open('clip-path="url(#frame)"');
  pen.open(picture.emphasis ? `opacity="${exact(1 - VEIL_OPACITY[picture.theme])}"` : '');
  paintLower(pen, picture, camera, new DensityPainter());
  pen.close();
  paintLifted(pen, picture, camera, 1);
  paintRings(pen, picture, camera);
  pen.close();
  return pen.svg();
}

function exact(value: number): string {
  return String(Math.round(value * 100) / 100);
}
