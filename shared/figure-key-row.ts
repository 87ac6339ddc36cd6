import type { FigureOptions } from './export-options.ts';
import type { FigureScene } from './figure-picture.ts';
import type { SizeSample } from './paper-sizes.ts';
import type { Camera } from './picture/camera.ts';
import type { Detail } from './picture/level-of-detail.ts';
import { escapeXml } from './text.ts';

/** What the legend of a figure is made from. */
export interface Explained {
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
export interface Row {
  height: number;
  svg: (y: number, camera: Camera) => string;
}

/** Font size of the legend, the height of a row, and from its top down to the baseline, in pixels. */
export const KEY_SIZE = 13;
export const KEY_ROW = 22;
export const KEY_BASELINE = 14;
/** Pixels between what a row tells. */
export const KEY_GAP = 22;

/** Words of a row that begin at x, as SVG text. */
export function textSvg(x: number, y: number, words: string, colour: string, weight = 400): string {
  return `<text x="${pixel(x)}" y="${pixel(y + KEY_BASELINE)}" font-size="${KEY_SIZE}" font-weight="${weight}" fill="${colour}">${escapeXml(words.trimEnd())}</text>`;
}

/** A length for SVG text, to a tenth of a pixel. */
export function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
