import { expect, test } from 'vitest';
import { judge, keepFigures, type Figure } from '../../bench/figure.ts';

const quality: Figure = { name: 'AMI', decimals: 3, better: 'higher', tolerance: { by: 0.01 } };
const speed: Figure = { name: 'seconds', decimals: 1, better: 'lower', tolerance: { timesBaseline: 1.5 } };
const memory: Figure = { name: 'memory', decimals: 0, better: 'lower', tolerance: { times: 1.25 } };

test('a quality 0.01 below the kept one is worse, 0.011 below is a loss', () => {
  const kept = { value: 0.3 };
  expect(judge({ figure: quality, value: 0.29 }, kept, 1)).toBe('worse');
  expect(judge({ figure: quality, value: 0.289 }, kept, 1)).toBe('LOSS');
  expect(judge({ figure: quality, value: 0.3004 }, kept, 1)).toBe('same');
  expect(judge({ figure: quality, value: 0.32 }, kept, 1)).toBe('better');
  expect(judge({ figure: quality, value: 0.32 }, undefined, 1)).toBe('new');
});

test('twice the seconds are no loss on a machine that does the baseline at half the speed, but are on one as fast', () => {
  const kept = { value: 10, baseline: 1000 };
  expect(judge({ figure: speed, value: 20 }, kept, 500)).toBe('worse');
  expect(judge({ figure: speed, value: 20 }, kept, 1000)).toBe('LOSS');
  expect(judge({ figure: speed, value: 14.9 }, kept, 1000)).toBe('worse');
  expect(judge({ figure: speed, value: 9 }, kept, 2000)).toBe('LOSS');
});

test('memory may grow by a quarter, and what is only shown is never a loss', () => {
  expect(judge({ figure: memory, value: 125 }, { value: 100 }, 1)).toBe('worse');
  expect(judge({ figure: memory, value: 126 }, { value: 100 }, 1)).toBe('LOSS');
  expect(judge({ figure: { ...memory, tolerance: 'shown' }, value: 900 }, { value: 100 }, 1)).toBe('worse');
});

test('keeping puts new figures among the others by name, rounded, with the baseline only for speeds', () => {
  const kept = keepFigures({ z: { value: 1 }, AMI: { value: 0.1 } }, [{ figure: speed, value: 3.21 }, { figure: quality, value: 0.31415 }], 1234.5);
  expect(JSON.stringify(kept)).toBe(JSON.stringify({ AMI: { value: 0.314 }, seconds: { value: 3.2, baseline: 1235 }, z: { value: 1 } }));
});
