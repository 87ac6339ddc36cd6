/** A rectangle in the window, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

const GAP = 12;

/**
 * Where a card stands beside a part of the window: right, left, below or above, the first side with room for it; within a part
 * that fills the window, or without one, in the middle. Never outside the window.
 */
export function placeBeside(box: Box | null, card: Size, window: Size): { x: number; y: number } {
  const within = (x: number, y: number) => ({
    x: Math.max(GAP, Math.min(x, window.width - card.width - GAP)),
    y: Math.max(GAP, Math.min(y, window.height - card.height - GAP)),
  });
  if (!box) return within((window.width - card.width) / 2, (window.height - card.height) / 2);
  const right = box.x + box.width + GAP;
  const below = box.y + box.height + GAP;
  const isSmall = box.width < window.width / 2 && box.height < window.height / 2;
  if (isSmall && below + card.height <= window.height) return within(box.x, below);
  if (right + card.width <= window.width && box.width < window.width / 2) return within(right, box.y);
  if (box.x - GAP - card.width >= 0 && box.width < window.width / 2) return within(box.x - GAP - card.width, box.y);
  if (below + card.height <= window.height) return within(box.x, below);
  return within(box.x + (box.width - card.width) / 2, box.y + (box.height - card.height) / 2);
}
