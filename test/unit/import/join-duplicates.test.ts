import { expect, test } from 'vitest';
import { joinDuplicates } from '../../../electron/engine/import/read-papers.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import type { Paper } from '../../../shared/paper.ts';
import { readText } from './read-text.ts';

const read = (records: object[]) => readText(records.map((record) => JSON.stringify(record)).join('\n'));
const withoutSource = (papers: Paper[]) => papers.map((paper) => ({ ...paper, source: null }));

test('the same DOI, arXiv id or title but for case, accents and punctuation makes one paper', async () => {
  const pairs = [
    [{ title: 'Written one way round', doi: '10.1000/X' }, { title: 'Written another way', doi: 'https://doi.org/10.1000/x' }],
    [{ title: 'Written one way round', arxiv: '1706.03762' }, { title: 'Written another way', url: 'https://arxiv.org/pdf/1706.03762v3' }],
    [{ title: 'Written one way round', doi: '10.48550/arXiv.1706.03762' }, { title: 'Written another way', arxiv: 'arXiv:1706.03762v1' }],
    [{ title: 'Low-Rank Adaptation: A Résumé' }, { title: 'low rank adaptation – a resume.' }],
  ];
  for (const records of pairs) expect((await read(records)).file).toMatchObject({ records: 2, papers: 1, duplicates: 1 });
});

test('the fuller record is kept and its gaps filled from the other', async () => {
  const { papers } = await read([
    { title: 'A Paper about a certain thing', year: 2020, venue: 'ICML', doi: '10.1000/1' },
    { title: 'A paper about a certain thing', abstract: 'With an abstract.', keywords: ['x'] },
  ]);
  expect(papers).toHaveLength(1);
  expect(papers[0]).toMatchObject({ title: 'A paper about a certain thing', abstract: 'With an abstract.', year: 2020, venue: 'ICML', doi: '10.1000/1', keywords: ['x'], source: { line: 2 } });
});

test('titles too common to tell a paper by count only with the same year and first author', async () => {
  const editorials = [
    { title: 'Editorial', year: 2001, authors: ['Ann Lee'] },
    { title: 'Editorial', year: 2002, authors: ['Ann Lee'] },
    { title: 'Editorial', year: 2001, authors: ['Bo Li'] },
    { title: 'Editorial.', year: 2001, authors: ['Lee, A.'] },
  ];
  const { file, papers } = await read(editorials);
  expect(file).toMatchObject({ papers: 3, duplicates: 1 });
  expect(new Set(papers.map((paper) => paper.id)).size).toBe(3);
});

test('chapters that carry the DOI of their book stay apart', async () => {
  const { file, papers } = await read([
    { title: 'Measuring gender in computing', doi: '10.1000/book', authors: ['Ann Lee'] },
    { title: 'Retention of students over time', doi: '10.1000/book', authors: ['Bo Li'] },
  ]);
  expect(file.papers).toBe(2);
  expect(new Set(papers.map((paper) => paper.id)).size).toBe(2);
});

test('the papers are the same in any order of the records', async () => {
  const random = seededRandom(5);
  const records = Array.from({ length: 60 }, (_, index) => ({
    title: `A study of subject number ${index % 23} in depth`,
    ...(index % 3 === 0 ? { doi: `10.1000/${index % 17}` } : {}),
    ...(index % 4 === 0 ? { abstract: `Abstract ${index % 7}.` } : {}),
    ...(index % 5 === 0 ? { id: `own-${index % 11}` } : {}),
    year: 2000 + (index % 2),
  }));
  const expected = withoutSource((await read(records)).papers);
  for (let round = 0; round < 5; round++) {
    const shuffled = records.map((record) => ({ record, place: random() })).sort((a, b) => a.place - b.place).map(({ record }) => record);
    expect(withoutSource((await read(shuffled)).papers)).toEqual(expected);
  }
});

test('papers joined to a collection keep their ids; new ones are added, known ones filled', async () => {
  const { papers: existing } = await read([{ id: 'mine', title: 'A paper that is there already' }, { id: 'other', title: 'Another one that is there' }]);
  const { papers: incoming } = await read([{ title: 'A paper that is there already', doi: '10.1000/7', abstract: 'Now with abstract.' }, { id: 'other', title: 'A new paper with an id in use' }, { title: 'Another one that is there' }]);
  const joined = joinDuplicates(existing, incoming);
  expect(joined).toMatchObject({ duplicates: 2, replaced: ['mine'], added: [expect.stringMatching(/^title:/)] });
  expect(joined.papers.map((paper) => paper.id)).toEqual(['mine', 'other', ...joined.added]);
  expect(joined.papers[0]).toMatchObject({ id: 'mine', doi: '10.1000/7', abstract: 'Now with abstract.' });
});

test('joining the same papers again changes nothing', async () => {
  const { papers } = await read([{ title: 'A paper that is there already', doi: '10.1000/7' }, { id: 'x', title: 'Another one that is there', abstract: 'An \\emph{abstract}.' }]);
  const joined = joinDuplicates(papers, papers);
  expect(joined).toMatchObject({ added: [], replaced: [], duplicates: 2 });
  expect(JSON.stringify(joined.papers)).toBe(JSON.stringify(papers));
});
