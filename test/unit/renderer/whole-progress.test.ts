import { describe, expect, it } from 'vitest';
import { advance, timeLeftInWords, timeLeftMs, type WholeProgress } from '../../../renderer/state/whole-progress.ts';
import { STAGES, type Stage } from '../../../shared/paper.ts';

/** A run whose stages take so many milliseconds each, told ten times a second; gives how far it was and the guess at each word. */
function run(lengthsMs: Partial<Record<Stage, number>>) {
  let whole: WholeProgress | null = null;
  let nowMs = 0;
  const told: { nowMs: number; part: number; leftMs: number | null }[] = [];
  for (const stage of STAGES) {
    const lengthMs = lengthsMs[stage] ?? 0;
    for (let at = 0; at <= lengthMs && lengthMs > 0; at += 100, nowMs += 100) {
      whole = advance(whole, { stage, done: at, total: lengthMs, label: '' }, nowMs);
      told.push({ nowMs, part: whole.part, leftMs: timeLeftMs(whole) });
    }
  }
  return { told, endMs: nowMs };
}

const LIKE_MEASURED = { read: 2000, concepts: 7400, graph: 4400, topics: 2200, layout: 2800, write: 1200 };

describe('progress over a whole run', () => {
  it('goes from nothing to all of it and never back, though each stage begins anew', () => {
    const parts = run(LIKE_MEASURED).told.map(({ part }) => part);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts[0]).toBe(0);
    expect(parts.at(-1)).toBeCloseTo(1, 5);
  });

  it('is of those stages alone that the run has', () => {
    const { told } = run({ topics: 1100, layout: 1400 });
    expect(told.find(({ nowMs }) => nowMs === 1100)?.part).toBeCloseTo(0.11 / 0.31, 1);
  });

  it('guesses nothing in the first two seconds, then within a fifth where stages take what they were measured to', () => {
    const { told, endMs } = run(LIKE_MEASURED);
    expect(told.filter(({ nowMs, leftMs }) => nowMs < 2000 && leftMs !== null)).toEqual([]);
    const late = told.filter(({ nowMs }) => nowMs > 3000 && nowMs < endMs * 0.9);
    expect(late.length).toBeGreaterThan(50);
    for (const { nowMs, leftMs } of late) expect(Math.abs((leftMs ?? 0) - (endMs - nowMs))).toBeLessThan(0.2 * endMs);
  });

  it('comes round where a stage takes three times as long as was thought', () => {
    const { told, endMs } = run({ ...LIKE_MEASURED, concepts: 22_200 });
    const within = told.find(({ nowMs }) => nowMs >= 15_000);
    expect(within?.leftMs).toBeGreaterThan(0.6 * (endMs - 15_000));
  });

  it('says times in words that do not flicker', () => {
    expect([3000, 21_000, 50_000, 70_000, 200_000].map(timeLeftInWords)).toEqual(['a few seconds left', 'about 20 s left', 'about 50 s left', 'about 1 min left', 'about 3 min left']);
  });
});
