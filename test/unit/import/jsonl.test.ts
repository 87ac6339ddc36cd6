import { expect, test } from 'vitest';
import { readText, titles } from './read-text.ts';

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

test('a line with a title alone is a paper; all other fields are optional', async () => {
  const { papers, file } = await readText(
    line({ title: 'Just a title and no more' }) +
      line({ id: 'p2', title: 'A full record', abstract: 'Its abstract.', year: '2020', keywords: 'a; b', url: 'https://x.org/2', authors: ['Ann Lee', { name: 'Bo Li' }], venue: 'ICML', doi: '10.1/x', arxiv: null }),
  );
  expect(file).toMatchObject({ format: 'jsonl', records: 2, papers: 2, skipped: [] });
  expect(papers[0]).toMatchObject({ id: 'p2', year: 2020, keywords: ['a', 'b'], authors: ['Ann Lee', 'Bo Li'], venue: 'ICML' });
  expect(papers[1]?.id).toMatch(/^title:[0-9a-f]{16}$/);
});

test('bad lines are skipped with line and reason', async () => {
  const { papers, file } = await readText(`${line({ title: 'The first good line' })}{"title": "broken\n\n[1, 2]\n${line({ id: 4 })}${line({ title: 'The last good line' })}`);
  expect(titles(papers)).toEqual(['The first good line', 'The last good line']);
  expect(file.skipped).toEqual([
    { line: 2, reason: 'not a JSON object' },
    { line: 4, reason: 'not a JSON object' },
    { line: 5, reason: 'no title' },
  ]);
});

test('an array of objects, an object that holds one, and objects over several lines are read', async () => {
  const records = [{ title: 'First of } two { records' }, { title: 'Second of two "records"' }];
  for (const text of [JSON.stringify(records), JSON.stringify(records, null, 2), JSON.stringify({ total: 2, data: records }), records.map((each) => JSON.stringify(each, null, 1)).join('\n')]) {
    expect(titles((await readText(text)).papers)).toEqual(['First of } two { records', 'Second of two "records"']);
  }
});

test('an id that two papers share is no id', async () => {
  const { papers } = await readText(line({ id: '1', title: 'The first of these papers', doi: '10.1000/a' }) + line({ id: '1', title: 'Another one with the same id' }) + line({ id: '2', title: 'A third with an id of its own' }));
  expect(papers.map((paper) => paper.id)).toEqual(['2', 'doi:10.1000/a', expect.stringMatching(/^title:/)]);
});
