import type { Page } from 'playwright-core';

/** A part of the window, in CSS pixels. */
interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How many pixels of just this colour ("#rrggbb") the canvases within an element have in a part of the window. */
export async function paintedPixels(page: Page, selector: string, colour: string, part: Part): Promise<number> {
  return page.evaluate(
    ({ within, wanted, at }) => {
      const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(wanted.slice(start, start + 2), 16));
      let found = 0;
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>(`${within} canvas`)) {
        const box = canvas.getBoundingClientRect();
        const scale = canvas.width / box.width;
        const left = Math.max(0, Math.floor((at.x - box.x) * scale));
        const top = Math.max(0, Math.floor((at.y - box.y) * scale));
        const width = Math.min(canvas.width - left, Math.ceil(at.width * scale));
        const height = Math.min(canvas.height - top, Math.ceil(at.height * scale));
        if (width <= 0 || height <= 0) continue;
        const { data = [] } = canvas.getContext('2d')?.getImageData(left, top, width, height) ?? {};
        for (let pixel = 0; pixel < data.length; pixel += 4) if (data[pixel] === red && data[pixel + 1] === green && data[pixel + 2] === blue && data[pixel + 3] === 255) found++;
      }
      return found;
    },
    { within: selector, wanted: colour, at: part },
  );
}
