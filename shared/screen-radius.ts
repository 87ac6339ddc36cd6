/** Between these zooms nodes grow with the map; below they shrink slower, so that they stay visible, beyond they grow slower, so that room for titles opens up. */
const FULL_SIZE_ZOOM = { from: 1, to: 1.4 };
const SHRINKING_BELOW = 0.72;
const GROWTH_BEYOND = 0.45;
const SMALLEST_RADIUS = 2;

/** Radius in pixels of a node's disc, of a radius in map units, where a map unit has `zoom` pixels: on the screen and in figures. */
export function screenRadius(radius: number, zoom: number): number {
  return Math.max(SMALLEST_RADIUS, radius * nodeScale(zoom));
}

function nodeScale(zoom: number): number {
  const { from, to } = FULL_SIZE_ZOOM;
  if (zoom < from) return from * (zoom / from) ** SHRINKING_BELOW;
  return zoom <= to ? zoom : to * (zoom / to) ** GROWTH_BEYOND;
}
