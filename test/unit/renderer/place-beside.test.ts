import { expect, test } from 'vitest';
import { placeBeside } from '../../../renderer/state/place-beside.ts';

const CARD = { width: 300, height: 170 };
const WINDOW = { width: 1440, height: 900 };

test('a card stands right of a panel on the left, left of one on the right, below a button, and within what fills the window', () => {
  expect(placeBeside({ x: 0, y: 48, width: 288, height: 600 }, CARD, WINDOW)).toEqual({ x: 300, y: 48 });
  expect(placeBeside({ x: 1066, y: 400, width: 374, height: 500 }, CARD, WINDOW)).toEqual({ x: 754, y: 400 });
  expect(placeBeside({ x: 400, y: 8, width: 90, height: 32 }, CARD, WINDOW)).toEqual({ x: 400, y: 52 });
  expect(placeBeside({ x: 288, y: 90, width: 778, height: 780 }, CARD, WINDOW)).toEqual({ x: 527, y: 395 });
});

test('a card is never outside the window, and in its middle without a part to stand by', () => {
  expect(placeBeside(null, CARD, WINDOW)).toEqual({ x: 570, y: 365 });
  const { x, y } = placeBeside({ x: 680, y: 420, width: 40, height: 30 }, CARD, { width: 720, height: 450 });
  expect([x >= 0 && x + CARD.width <= 720, y >= 0 && y + CARD.height <= 450]).toEqual([true, true]);
});
