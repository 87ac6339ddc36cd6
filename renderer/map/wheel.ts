const PIXELS_PER_LINE = 16;
const PIXELS_PER_PAGE = 400;
const ZOOM_PER_PIXEL = 0.0021;
/** Browsers report a pinch on a touchpad as a wheel with Ctrl and small steps. */
const ZOOM_PER_PINCHED_PIXEL = 0.011;
/** One event zooms by at most this, whatever the mouse reports. */
const LARGEST_STEP = 0.42;

/** The factor by which a turn of the wheel zooms: the same for mice that count lines, pages or pixels. */
export function wheelFactor({ deltaY, deltaMode, ctrlKey }: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaMode === 1 ? deltaY * PIXELS_PER_LINE : deltaMode === 2 ? deltaY * PIXELS_PER_PAGE : deltaY;
  const step = -pixels * (ctrlKey ? ZOOM_PER_PINCHED_PIXEL : ZOOM_PER_PIXEL);
  return Math.exp(Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step)));
}
