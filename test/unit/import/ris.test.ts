import { expect, test } from 'vitest';
import { readText, titles } from './read-text.ts';

test('a record gives all fields, continued lines included', async () => {
  const { papers, file } = await readText(`TY  - JOUR
TI  - Rich and lazy learning
      in neural circuits
AU  - Doe, Jane
AU  - Roe, Richard
PY  - 2021/03/01
T2  - Neural Computation
DO  - 10.1162/neco_a_01
KW  - learning
initialization
UR  - https://example.org/1
AB  - First part.
Second part.
ER  - 
`);
  expect(file).toMatchObject({ format: 'ris', records: 1, papers: 1 });
  expect(papers[0]).toMatchObject({
    id: 'doi:10.1162/neco_a_01',
    title: 'Rich and lazy learning in neural circuits',
    authors: ['Jane Doe', 'Richard Roe'],
    year: 2021,
    venue: 'Neural Computation',
    keywords: ['learning', 'initialization'],
    url: 'https://example.org/1',
    abstract: 'First part. Second part.',
  });
});

test('records without end, with T1, A1, Y1 and N2, and with Windows line ends are read', async () => {
  const { papers, file } = await readText('\ufeffTY  - JOUR\r\nT1  - A first title of some length\r\nA1  - Liu R.\r\nY1  - 2014\r\nN2  - Its abstract.\r\nTY  - CONF\r\nTI  - A second title of some length\r\nER  -\r\n');
  expect(file.records).toBe(2);
  expect(papers.find((paper) => paper.year === 2014)).toMatchObject({ abstract: 'Its abstract.', authors: ['Liu R.'] });
  expect(titles(papers)).toEqual(['A first title of some length', 'A second title of some length']);
});

test('NA stands for nothing', async () => {
  const { papers, file } = await readText('TY  - JOUR\nTI  - A title that is there at least\nAB  - NA\nER  - \nTY  - JOUR\nTI  - NA\nER  - \n');
  expect(papers[0]?.abstract).toBe('');
  expect(file.skipped).toEqual([{ line: 5, reason: 'no title' }]);
});
