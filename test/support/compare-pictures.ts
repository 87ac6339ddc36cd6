import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Side of the blocks that pictures are compared by, in pixels of the kept (half-size) picture. */
const BLOCK = 8;
/** Blocks whose mean difference of a channel (0..255) is above this count as changed: more than other rounding on another machine, less than a missing word. */
const LEAST_DIFFERENCE = 10;

/** How two pictures of a screen differ. */
export interface PictureDifference {
  /** Changed blocks as a part of all, 0..1; 1 for pictures of different sizes. */
  changed: number;
  /** Where the first changed blocks are, in pixels of the kept picture. */
  places: { x: number; y: number }[];
}

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A screenshot at half its size, as PNG: small enough to keep, and blind to how the edges of letters are smoothed. */
export async function halfSize(png: Uint8Array): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(Math.round(image.width / 2), Math.round(image.height / 2));
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode('png');
}

/** Compares two half-size pictures block by block. */
export async function comparePictures(expected: Uint8Array, actual: Uint8Array): Promise<PictureDifference> {
  const [a, b] = await Promise.all([pixelsOf(expected), pixelsOf(actual)]);
  if (a.width !== b.width || a.height !== b.height) return { changed: 1, places: [] };
  const places: { x: number; y: number }[] = [];
  let blocks = 0;
  for (let y = 0; y < a.height; y += BLOCK) {
    for (let x = 0; x < a.width; x += BLOCK) {
      blocks++;
      if (blockDifference(a, b, x, y) > LEAST_DIFFERENCE) places.push({ x, y });
    }
  }
  return { changed: places.length / blocks, places: places.slice(0, 5) };
}

async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data };
}

function blockDifference(a: Pixels, b: Pixels, left: number, top: number): number {
  let sum = 0;
  let values = 0;
  for (let y = top; y < Math.min(top + BLOCK, a.height); y++) {
    for (let x = left; x < Math.min(left + BLOCK, a.width); x++) {
      const at = (y * a.width + x) * 4;
      for (let channel = 0; channel < 3; channel++) sum += Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0));
      values += 3;
    }
  }
  return sum / values;
}
