import { expect, it, vi } from 'vitest';
import { REAL_STAGES } from '../../../electron/engine/real-stages.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import * as pipeline from '../../../electron/engine/pipeline.ts';
import { rehearse } from '../../../electron/engine/rehearsal.ts';
import { DEFAULT_MAP_SETTINGS } from '../../../shared/settings.ts';
import { plantTopics } from '../../support/planted-index.ts';

vi.mock(import('../../../electron/engine/pipeline.ts'), { spy: true });

/** Sizes of the maps that were built, and whether of an earlier one. */
function builtSince(before: number): [number, boolean][] {
  return vi.mocked(pipeline.finishMap).mock.calls.slice(before).map(([{ papers, earlier }]) => [papers.length, earlier !== null]);
}

it('makes ever larger maps of a few papers, each then corrected, and changes nothing of the map of all', async () => {
  const { index, papers } = plantTopics({ topics: 9, papersPerTopic: 50, seed: 3 });
  const map = JSON.stringify(REAL_STAGES.buildMap(papers, DEFAULT_MAP_SETTINGS, { index }, UNWATCHED));
  const before = vi.mocked(pipeline.finishMap).mock.calls.length;
  expect(await rehearse({ papers, index, settings: DEFAULT_MAP_SETTINGS }, () => Promise.resolve(true))).toBe(true);
  expect(builtSince(before)).toEqual([16, 30, 50, 80, 100, 120].flatMap((count) => [[count, false], [count, true]]));
  expect(JSON.stringify(pipeline.buildMap(papers, DEFAULT_MAP_SETTINGS, { index }, UNWATCHED).map)).toBe(map);
});

it('ends between two pieces where it is told to, and where there are no papers left', async () => {
  const { index, papers } = plantTopics({ topics: 4, papersPerTopic: 20, seed: 3 });
  const before = vi.mocked(pipeline.finishMap).mock.calls.length;
  let pieces = 0;
  expect(await rehearse({ papers, index, settings: DEFAULT_MAP_SETTINGS }, () => Promise.resolve(++pieces < 7))).toBe(false);
  expect(builtSince(before)).toEqual([[16, false], [16, true]]);
  expect(await rehearse({ papers, index, settings: DEFAULT_MAP_SETTINGS }, () => Promise.resolve(true))).toBe(false);
  expect(builtSince(before).slice(2)).toEqual([[16, false], [16, true], [30, false], [30, true]]);
});
