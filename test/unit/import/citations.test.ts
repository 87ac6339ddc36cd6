import { expect, test } from 'vitest';
import { joinDuplicates } from '../../../electron/engine/import/join-duplicates.ts';
import { readText } from './read-text.ts';

const citationsIn = async (text: string) => (await readText(text)).papers[0]?.citations;

test.each([
  ['Scopus', 'Cited by', '12'],
  ['Web of Science', '"Times Cited, WoS Core"', '12'],
  ['Web of Science, tab-separated', 'TC', '12'],
  ['Dimensions', 'Times cited', '12.0'],
  ['any table', 'citations', '12'],
])('a table of %s tells how often a paper is cited', async (_, header, cell) => {
  expect(await citationsIn(`Title,Year,${header}\nA study of several things,2011,${cell}\n`)).toBe(12);
});

test.each([['citations', 7], ['citationCount', 7], ['cited_by_count', 7], ['citations', '1,234']])('a JSON object tells how often a paper is cited in “%s”', async (key, value) => {
  expect(await citationsIn(`${JSON.stringify({ title: 'A study of several things', [key]: value })}\n`)).toBe(value === 7 ? 7 : 1234);
});

test('a list of the papers that cite one is no number', async () => {
  expect(await citationsIn(`${JSON.stringify({ title: 'A study of several things', citations: [{ title: 'Another' }] })}\n`)).toBeNull();
});

test('RIS and BibTeX tell it in their notes, as Scopus and Web of Science write them', async () => {
  const ris = (note: string) => `TY  - JOUR\nTI  - A study of several things\nN1  - Export Date: 1 May 2024\nN1  - ${note}\nER  - \n`;
  expect(await citationsIn(ris('Cited By :12'))).toBe(12);
  expect(await citationsIn(ris('Times Cited in Web of Science Core Collection:  1,234 Total Times Cited:  1300'))).toBe(1234);
  expect(await citationsIn(ris('cited by many'))).toBeNull();
  expect(await citationsIn('@article{a, title = {A study of several things}, note = {cited By 12}}')).toBe(12);
  expect(await citationsIn('@article{a, title = {A study of several things}, Times-Cited = {{12}}}')).toBe(12);
});

test('of two records of one paper the larger number counts, whichever comes first', async () => {
  const [one, other] = await Promise.all([3, 9].map(async (citations) => (await readText(`${JSON.stringify({ id: 'p', title: 'A study of several things', citations })}\n`)).papers));
  expect(joinDuplicates(one ?? [], other ?? []).papers[0]?.citations).toBe(9);
  expect(joinDuplicates(other ?? [], one ?? []).papers[0]?.citations).toBe(9);
});
