import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';

const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const WEIGHTS = [400, 600];
let fontsReady = false;

function registerFonts(): void {
  if (fontsReady) return;
  const require = createRequire(import.meta.url);
  for (const subset of SUBSETS) for (const weight of WEIGHTS) GlobalFonts.registerFromPath(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`), 'Inter');
  fontsReady = true;
}

/**
 * Draws SVG text, which begins with its size in CSS pixels, as PNG bytes without a browser: `scale` device pixels for each of them.
 * The bytes are a copy: memory that belongs to Skia can't be handed to another thread.
 * The figure's own font ships with the app, so that the same figure looks the same on every machine.
 */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array> {
  registerFonts();
  const [, width = 0, height = 0] = (/^<svg[^>]*? width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
  const sized = svg.replace(/^<svg([^>]*?) width="[^"]*" height="[^"]*"/, `<svg$1 width="${width * scale}" height="${height * scale}"`);
  const image = await loadImage(Buffer.from(sized));
  const canvas = createCanvas(width * scale, height * scale);
  canvas.getContext('2d').drawImage(image, 0, 0, width * scale, height * scale);
  return Uint8Array.from(await canvas.encode('png'));
}
