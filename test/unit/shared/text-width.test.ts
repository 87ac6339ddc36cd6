import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../../shared/text-width.ts';

test('a line is as wide as the sum of its letters', () => {
  expect(textWidth('AV', 10)).toBeCloseTo(13.8);
  expect(textWidth('AV', 10, 600)).toBeCloseTo(14.6);
});

test('a title breaks between words into lines that fit', () => {
  const lines = wrapText('The lottery ticket hypothesis: finding sparse, trainable neural networks', 170, 11, 3);
  expect(lines.join(' ')).toBe('The lottery ticket hypothesis: finding sparse, trainable neural networks');
  for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(170);
});

test('what does not fit into the last line is cut with an ellipsis', () => {
  expect(wrapText('One two three four five six seven eight nine', 60, 11, 2).at(-1)).toMatch(/…$/);
  expect(wrapText('Incomprehensibilities', 40, 11, 1)).toEqual(['Incom…']);
});

test('an empty text has no lines', () => {
  expect(wrapText('  ', 100, 11, 2)).toEqual([]);
});
