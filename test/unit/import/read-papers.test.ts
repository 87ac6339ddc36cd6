import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSources, readPapers } from '../../../electron/engine/import/read-papers.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import type { Progress } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { readText } from './read-text.ts';

let folder = '';
const JSONL = Array.from({ length: 3000 }, (_, index) => JSON.stringify({ id: `p${index}`, title: `Paper number ${index} of this collection`, abstract: 'An abstract of some words. '.repeat(20) })).join('\n');
const BIB = '@article{a, title = {A paper in BibTeX format}, year = 2000}\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-import-'));
  await mkdir(join(folder, 'sub', '.hidden'), { recursive: true });
  await writeFile(join(folder, 'b.bib'), BIB);
  await writeFile(join(folder, 'sub', 'a.jsonl.gz'), gzipSync(JSONL));
  await writeFile(join(folder, 'sub', 'picture.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  await writeFile(join(folder, 'sub', '.hidden', 'c.bib'), BIB);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function failureCode(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'none', (error: unknown) => (error instanceof AtlasError ? error.failure.code : String(error)));
}

test('gzip is read as what it holds, from a file, bytes or a stream', async () => {
  const packed = gzipSync(JSONL);
  const path = join(folder, 'sub', 'a.jsonl.gz');
  for (const source of [{ name: 'x', path }, { name: 'x', bytes: packed }, { name: 'x', stream: Readable.from([packed.subarray(0, 1), packed.subarray(1)]) }]) {
    const { papers, report } = await readPapers([source], {}, UNWATCHED);
    expect(papers).toHaveLength(3000);
    expect(report.files[0]).toMatchObject({ format: 'jsonl', records: 3000, papers: 3000 });
  }
});

test('a gzip file that breaks off is refused as such', async () => {
  const packed = gzipSync(JSONL);
  expect(await failureCode(readText(packed.subarray(0, packed.length - 100)))).toBe('import.format');
});

test('binary files are refused with what they are', async () => {
  const kinds: [string, string][] = [['d0cf11e0a1b11ae1', 'an older Excel or Word file'], ['255044462d312e37', 'a PDF'], ['89504e470d0a1a0a', 'a PNG image'], ['504b030414000600', 'a ZIP archive'], ['00010203040506070800', 'no text in it']];
  for (const [bytes, kind] of kinds) await expect(readText(Buffer.from(bytes, 'hex'), 'f.xls')).rejects.toThrow(`“f.xls” is a binary file (${kind})`);
  await expect(readText(Buffer.from('504b0304 xl/workbook.xml'.replace('504b0304', 'PK\u0003\u0004')))).rejects.toThrow('an Excel workbook');
});

test('a file that is not there, and one with nothing in it, are told apart', async () => {
  expect(await failureCode(readPapers([{ name: 'gone.bib', path: join(folder, 'gone.bib') }], {}, UNWATCHED))).toBe('import.missing');
  expect(await failureCode(readText(''))).toBe('import.unreadable');
  expect(await failureCode(listSources([join(folder, 'gone.bib')]))).toBe('import.missing');
});

test('of several files, one that cannot be read is reported and the others are read', async () => {
  const { papers, report } = await readPapers([{ name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') }, { name: 'b.bib', bytes: Buffer.from(BIB) }], {}, UNWATCHED);
  expect(papers).toHaveLength(1);
  expect(report.files).toMatchObject([{ file: 'a.png', format: null, records: 1, papers: 0, skipped: [{ line: 1 }] }, { file: 'b.bib', format: 'bibtex', papers: 1 }]);
});

test('papers and report counts do not depend on the order of files', async () => {
  const sources = [{ name: 'b.bib', bytes: Buffer.from(BIB) }, { name: 'c.jsonl', bytes: Buffer.from('{"title":"A paper in BibTeX format","abstract":"Now with abstract."}') }];
  const forwards = await readPapers(sources, {}, UNWATCHED);
  const backwards = await readPapers(sources.toReversed(), {}, UNWATCHED);
  expect(backwards.papers).toEqual(forwards.papers);
  expect(backwards.report.files.toReversed()).toEqual(forwards.report.files);
  expect(forwards.report.files).toMatchObject([{ file: 'b.bib', papers: 0, duplicates: 1 }, { file: 'c.jsonl', papers: 1, duplicates: 0 }]);
});

test('progress goes up in bytes to the size of all files', async () => {
  const seen: Progress[] = [];
  const bytes = Buffer.from(JSONL);
  await readPapers([{ name: 'a', bytes }], {}, { ...UNWATCHED, progress: (progress) => seen.push(progress) });
  expect(seen.at(-1)).toEqual({ stage: 'read', done: bytes.length, total: bytes.length, label: 'Reading papers' });
  expect(seen.length).toBeGreaterThan(3);
});

test('reading ends as soon as it is cancelled', async () => {
  let checks = 0;
  const check = () => {
    if (++checks > 3) throw new AtlasError('call.cancelled');
  };
  expect(await failureCode(readPapers([{ name: 'a', path: join(folder, 'sub', 'a.jsonl.gz') }], {}, { ...UNWATCHED, check }))).toBe('call.cancelled');
  expect(checks).toBe(4);
});

test('reading of any format ends when it is cancelled midway', async () => {
  const row = 'A title of a paper in this table, with an abstract of several words';
  const texts = [`title,abstract\n${`${row}\n`.repeat(20_000)}`, BIB.repeat(20_000), `TY  - JOUR\nTI  - ${row}\nER  - \n`.repeat(12_000), `${row}\n\n${'It is good. '.repeat(40)}\n\n`.repeat(2000), `[${JSONL.replaceAll('\n', ',')}]`];
  for (const text of texts) {
    let checks = 0;
    const check = () => {
      if (++checks > 4) throw new AtlasError('call.cancelled');
    };
    expect(await failureCode(readPapers([{ name: 'a', bytes: Buffer.from(text) }], {}, { ...UNWATCHED, check }))).toBe('call.cancelled');
  }
});

test('a limit ends the reading early; a format given by name is not guessed', async () => {
  expect((await readText(JSONL, 'x', { limit: 10 })).papers).toHaveLength(10);
  expect((await readText('TY  - JOUR\nTI  - A title\nER  - ', 'x', { format: 'ris' })).file.format).toBe('ris');
  expect(await failureCode(readText(BIB, 'x', { format: 'ris' }))).toBe('import.unreadable');
});

test('a folder gives its files with known endings, sorted, without hidden ones', async () => {
  const sources = await listSources([folder, '-']);
  expect(sources.map((source) => source.name.slice(source.name === 'standard input' ? 0 : folder.length + 1))).toEqual(['b.bib', join('sub', 'a.jsonl.gz'), 'standard input']);
});
