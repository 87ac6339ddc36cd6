import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import * as linking from '../../../electron/engine/graph/link-papers.ts';
import * as groundwork from '../../../electron/engine/groundwork.ts';
import { checkLibrary } from '../../../electron/engine/library/check-library.ts';
import { Session } from '../../../electron/engine/library/session.ts';
import { createMemoryClient } from '../../../electron/engine/memory-client.ts';
import { REAL_STAGES } from '../../../electron/engine/real-stages.ts';
import { RunFlag, startRun, type Run } from '../../../electron/engine/run.ts';
import type { Edit } from '../../../shared/edit.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

vi.mock(import('../../../electron/engine/graph/link-papers.ts'), { spy: true });
vi.mock(import('../../../electron/engine/groundwork.ts'), { spy: true });

/** What was begun last on another thread. */
const lastBegun = () => vi.mocked(groundwork.startGroundwork).mock.results.at(-1)?.value as ReturnType<typeof groundwork.startGroundwork>;

/** The sample as a library that was closed, and one with corrections, whose base map is another than the one it shows. */
const libraries = { plain: '', corrected: '' };
let concepts: string[] = [];

const RUN: Run = startRun(new RunFlag(), () => undefined);
const correction = (place: number): Edit => ({ kind: 'merge-concepts', concepts: [concepts[place] ?? ''], into: concepts[place + 1] ?? '' });

const folder = mkdtempSync(join(tmpdir(), 'atlas-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const engine = createMemoryClient({ dataFolder: folder });
  const { state } = await engine.call('library.sample', {});
  concepts = (state.map?.concepts ?? []).map(({ id }) => id);
  await engine.close();
  const [name = ''] = readdirSync(join(folder, 'libraries')).filter((each) => each.endsWith('.atlas'));
  libraries.plain = join(folder, 'libraries', name);
  libraries.corrected = join(folder, 'corrected.atlas');
  copyFileSync(libraries.plain, libraries.corrected);
  const session = Session.open(libraries.corrected, 'corrected', REAL_STAGES);
  session.apply({ kind: 'hide-concepts', concepts: [concepts[3] ?? ''] }, RUN);
  session.apply({ kind: 'settings', settings: { resolution: 1.4 } }, RUN);
  expect(session.map).not.toBeNull();
  session.close();
}, 60_000);

function copyOf(path: string): string {
  const copy = join(temporaryFolder(), 'copy.atlas');
  copyFileSync(path, copy);
  return copy;
}

function opened(path: string): Session {
  const session = Session.open(copyOf(path), 'copy', REAL_STAGES);
  onTestFinished(() => session.close());
  return session;
}

/** Edits that ask for another map each. */
const edits = (): Edit[] => [
  correction(0),
  { kind: 'settings', settings: { resolution: 2 } },
  { kind: 'rename-concept', concept: concepts[5] ?? '', label: 'a name' },
  { kind: 'settings', settings: { linksPerPaper: 4 } },
  correction(7),
];

/** The maps that edits make, one after the other, and the one after the last is taken back. */
function mapsOf(session: Session, count: number): string[] {
  const maps: (TopicMap | null)[] = [];
  for (const edit of edits().slice(0, count)) {
    session.apply(edit, RUN);
    maps.push(session.map);
  }
  session.undo(RUN);
  return [...maps, session.map].map((map) => JSON.stringify(map));
}

/** Whether the links that were made last took over what they could from earlier ones of the same library. */
function tookOver(): boolean {
  const [index, , , earlier] = vi.mocked(linking.linkForMapAndTopics).mock.lastCall ?? [];
  return index !== undefined && earlier?.index.paperWords === index.paperWords;
}

for (const kind of ['plain', 'corrected'] as const) {
  it(`gives a ${kind} library the very maps that it has without`, { timeout: 120_000 }, async () => {
    const cold = opened(libraries[kind]);
    cold.apply(correction(0), RUN);
    expect(tookOver()).toBe(false);
    cold.undo(RUN);
    const expected = mapsOf(cold, 5);
    const warm = opened(libraries[kind]);
    await warm.readAhead();
    await expect.poll(() => lastBegun()?.isWorthWaiting(), { timeout: 30_000 }).toBe(true);
    warm.apply(correction(0), RUN);
    expect(tookOver()).toBe(true);
    warm.undo(RUN);
    expect(mapsOf(warm, 5)).toEqual(expected);
  });

  it(`gives them too where corrections come at any moment of it (${kind})`, { timeout: 120_000 }, async () => {
    const expected = mapsOf(opened(libraries[kind]), 2);
    for (const waitedMs of [0, 20, 120]) {
      const session = opened(libraries[kind]);
      const ready = session.readAhead();
      await sleep(waitedMs);
      expect(mapsOf(session, 2), `after ${waitedMs} ms`).toEqual(expected);
      await ready;
    }
    const session = opened(libraries[kind]);
    await session.readAhead();
    expect(mapsOf(session, 2), 'just begun').toEqual(expected);
  });
}

it('changes no byte of the file', { timeout: 60_000 }, async () => {
  const path = copyOf(libraries.corrected);
  const session = Session.open(path, 'copy', REAL_STAGES);
  const before = readFileSync(path);
  await session.readAhead();
  session.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('leaves a correction that waits for it to be cancelled, and made again', { timeout: 60_000 }, async () => {
  const expected = opened(libraries.plain);
  expected.apply(correction(0), RUN);
  const session = opened(libraries.plain);
  await session.readAhead();
  await expect.poll(() => lastBegun()?.isWorthWaiting(), { timeout: 30_000 }).toBe(true);
  const flag = new RunFlag();
  const before = JSON.stringify(session.map);
  expect(() => session.apply(correction(0), startRun(flag, () => flag.cancel()))).toThrow('Cancelled');
  expect(JSON.stringify(session.map)).toBe(before);
  session.apply(correction(0), RUN);
  expect(JSON.stringify(session.map)).toBe(JSON.stringify(expected.map));
});

it('ends where the library is closed, at any moment', { timeout: 60_000 }, async () => {
  for (const waitedMs of [0, 5, 30, 100]) {
    const path = copyOf(libraries.plain);
    const session = Session.open(path, 'copy', REAL_STAGES);
    const ready = session.readAhead();
    await sleep(waitedMs);
    session.close();
    await ready;
    expect(checkLibrary(path)).toEqual([]);
  }
});

it('lets questions through between its steps', { timeout: 60_000 }, async () => {
  const session = opened(libraries.corrected);
  let isDone = false;
  const ready = session.readAhead().finally(() => (isDone = true));
  let answers = 0;
  for (; !isDone; await sleep(1)) answers += session.papersAfter('', 1).length;
  await ready;
  expect(answers).toBeGreaterThanOrEqual(5);
});
