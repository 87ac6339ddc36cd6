import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPapers } from '../../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { sharedData, skippedWithout } from '../../support/shared-data.ts';

const INDEX = 'data/formats/index.tsv';
const SEED = 'seed';
const SCALE = 'data/scale-10k.jsonl.gz';
/** Folders of formats that are read, whose record counts have to be met. */
const READ = /^(?:bibtex|ris|scopus-csv|zotero-csv|wos-tab|csl-json|s2-json)\//;

const index = sharedData(INDEX);
const seed = sharedData(SEED);
const scale = sharedData(SCALE);

function exports(): { path: string; records: number }[] {
  if (index === null) return [];
  const [, ...rows] = readFileSync(index, 'utf8').trim().split('\n').map((row) => row.split('\t'));
  return rows.map(([path = '', , records = '']) => ({ path, records: Number(records) }));
}

describe.skipIf(index === null)(index === null ? skippedWithout(INDEX) : 'real exports', () => {
  for (const { path, records } of exports().filter((each) => READ.test(each.path))) {
    test(`${path} has ${records} records`, async () => {
      const { papers, report } = await readPapers([{ name: path, path: sharedData(join('data/formats', path)) ?? '' }], {}, UNWATCHED);
      const [file] = report.files;
      expect(file?.records).toBe(records);
      expect((file?.papers ?? 0) + (file?.skipped.length ?? 0) + (file?.duplicates ?? 0)).toBe(records);
      expect(papers.length).toBeGreaterThan(records * 0.9);
      for (const { title, abstract } of papers) expect(`${title}\n${abstract}`).not.toMatch(/\\[a-z]{2,}\{|<jats|&amp;|\u00ad/);
    });
  }

  for (const { path } of exports().filter((each) => !READ.test(each.path))) {
    test(`${path}, of a format that is not read yet, gives papers with plain titles or a clear failure`, async () => {
      try {
        const { papers } = await readPapers([{ name: path, path: sharedData(join('data/formats', path)) ?? '' }], {}, UNWATCHED);
        for (const paper of papers) expect(paper.title).not.toMatch(/^[{[<"]|^[A-Z]{2} /);
      } catch (error) {
        if (!(error instanceof AtlasError)) throw error;
        expect(error.failure.code).toMatch(/^import\.(?:unreadable|binary)$/);
      }
    });
  }
});

test.skipIf(seed === null)(seed === null ? skippedWithout(SEED) : 'the seed holds 56 papers, each with its abstract, and no furniture', async () => {
  const name = readdirSync(seed ?? '').find((file) => file.endsWith('.txt')) ?? '';
  const { papers, report } = await readPapers([{ name, path: join(seed ?? '', name) }], {}, UNWATCHED);
  expect(report.files[0]).toMatchObject({ format: 'text', records: 56, papers: 56, skipped: [], duplicates: 0 });
  for (const { title, abstract } of papers) {
    expect(title).not.toMatch(/subscribe|inbox|^new$|research community|Mar 14/i);
    expect(title.length).toBeGreaterThan(25);
    expect(abstract.length).toBeGreaterThan(500);
    expect(abstract).not.toMatch(/\\|``|~|%[A-Z]|\{/);
  }
});

test.skipIf(scale === null)(scale === null ? skippedWithout(SCALE) : '10,000 papers in gzip are read within ten seconds', async () => {
  const startedAt = performance.now();
  const { report } = await readPapers([{ name: SCALE, path: scale ?? '' }], {}, UNWATCHED);
  expect(report.files[0]?.records).toBe(10_000);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
