import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readText, titles } from './read-text.ts';

test('columns are known by many names, whatever the delimiter', async () => {
  const wordings = [
    ['Title', 'Abstract', 'Year', 'Authors'],
    ['Article Title', 'Abstract Note', 'Publication Year', 'Author'],
    ['Document Title', 'Summary', 'Date', 'Author Names'],
    ['NAME', 'Description', 'publication_year', 'creators'],
    ['TI', 'AB', 'PY', 'AU'],
  ];
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const header of wordings) {
      const text = `${header.join(delimiter)}\nA study of several things${delimiter}It has been studied.${delimiter}2011${delimiter}"Doe, J; Roe, R"\n`;
      const { papers, file } = await readText(text);
      expect(file.format).toBe('csv');
      expect(papers[0]).toMatchObject({ title: 'A study of several things', abstract: 'It has been studied.', year: 2011, authors: ['J Doe', 'R Roe'] });
    }
  }
});

test('quoted cells hold delimiters, doubled quotes and line ends; lines are counted by the file', async () => {
  const { papers, file } = await readText('title,abstract\n"One, two and ""three"" more","Line one\nline two"\n,\nAnother title in the table,x\n,only an abstract\n');
  expect(titles(papers)).toEqual(['Another title in the table', 'One, two and "three" more']);
  expect(papers.find((paper) => paper.title.startsWith('One'))).toMatchObject({ abstract: 'Line one line two', source: { line: 2 } });
  expect(papers.find((paper) => paper.title.startsWith('Another'))?.source.line).toBe(5);
  expect(file.skipped).toEqual([{ line: 6, reason: 'no title' }]);
});

test('a row with more cells than the header is skipped, the rest read', async () => {
  const { papers, file } = await readText('title,abstract\nA title with, an unquoted comma, or two\nA title without any commas,fine\n');
  expect(titles(papers)).toEqual(['A title without any commas']);
  expect(file.skipped).toEqual([{ line: 2, reason: '3 cells where the header has 2' }]);
});

test('a tab-separated export with stray quotation marks and old Mac line ends keeps its rows', async () => {
  const { papers, file } = await readText('PT\tTI\tAB\r"J"\t"Quoted" start of a title\tabstract one\rJ\t"Unbalanced start of a title\tabstract two\rJ\tA third title in the table\tabstract "three\r');
  expect(file.records).toBe(3);
  expect(titles(papers)).toEqual(['"Quoted" start of a title', '"Unbalanced start of a title', 'A third title in the table']);
});

test('lines about the export may stand above the header', async () => {
  const { papers } = await readText('"About the data: exported on 1 May 2024, for somebody"\nRank,Title,Source title\n1,A title below the header,Nature\n');
  expect(papers[0]).toMatchObject({ title: 'A title below the header', venue: 'Nature' });
});

test('a row longer than what is looked at to tell the format is read', async () => {
  const { papers } = await readText(`title,references,abstract\n"A paper with very many references","${'Doe, J. (1999), A thing; '.repeat(8000)}","Its abstract."\n`);
  expect(papers[0]).toMatchObject({ title: 'A paper with very many references', abstract: 'Its abstract.' });
});

test('a table in UTF-16 is read', async () => {
  const { papers } = await readText(iconv.encode('Title\tYear\nÜber die Dinge im Allgemeinen\t1999\n', 'utf-16le', { addBOM: true }));
  expect(papers[0]).toMatchObject({ title: 'Über die Dinge im Allgemeinen', year: 1999 });
});

test('authors parted by commas, with initials after or before, are told apart', async () => {
  const { papers } = await readText('Title,Authors\nFirst title of the two,"Pan, Y., Yu, C., Zhang, X."\nSecond title of the two,"Tardelli S., Avvenuti M."\n');
  expect(papers.map((paper) => paper.authors)).toContainEqual(['Y. Pan', 'C. Yu', 'X. Zhang']);
  expect(papers.map((paper) => paper.authors)).toContainEqual(['Tardelli S.', 'Avvenuti M.']);
});
