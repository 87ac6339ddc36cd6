import type { Point } from './hull.ts';

/** Colour of the stars that the user gave, as everywhere in the window: three to one and more against ground and discs' rims. */
export const STAR_COLOUR = { light: '#a16a00', dark: '#f0b849' } as const;

/** Room for a star before a name, in pixels. */
export const STAR_ROOM = 14;

const TIPS = 5;
/** The inner corners' distance from the middle, as a part of the tips'. */
const INNER = 0.45;

/** The ten corners of a star with a tip upwards, around a middle; `radius` is that of its tips. */
export function starCorners(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 2 * TIPS }, (_, corner) => {
    const angle = (corner / TIPS - 0.5) * Math.PI;
    const reach = corner % 2 === 0 ? radius : radius * INNER;
    return { x: x + Math.cos(angle) * reach, y: y + Math.sin(angle) * reach };
  });
}

/** Where the star of a disc lies and how large it is: at its upper right, on the disc itself where that is hardly larger than a dot. All in pixels. */
export function starOfDisc(x: number, y: number, radius: number): Point & { radius: number } {
  if (radius < SMALL_DISC) return { x, y, radius: SMALL_STAR };
  const away = radius * AT_RIM;
  return { x: x + away, y: y - away, radius: Math.min(STAR_RADIUS.most, Math.max(STAR_RADIUS.least, radius * 0.75)) };
}

const SMALL_DISC = 3;
const SMALL_STAR = 4.5;
const STAR_RADIUS = { least: 5, most: 8 } as const;
const AT_RIM = 0.8;
