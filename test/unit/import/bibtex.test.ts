import { expect, test } from 'vitest';
import { readText, titles } from './read-text.ts';

test('an entry gives title, authors, year, venue, DOI, keywords and abstract, without its LaTeX', async () => {
  const { papers, file } = await readText(String.raw`
@article{key1,
  title = {The {BERT} of S{\o}ren: 50\% of {{All}}},
  author = {M{\"u}ller, Anna and John {van der} Berg and {The {ACM} Group} and others},
  year = 2019,
  journal = {J. of {\'E}tudes},
  doi = {https://doi.org/10.1000/AbC.1},
  keywords = {deep learning; pruning},
  abstract = {We show $O(n^2)$.},
}`);
  expect(file).toMatchObject({ format: 'bibtex', records: 1, papers: 1, skipped: [], duplicates: 0 });
  expect(papers[0]).toMatchObject({
    id: 'doi:10.1000/abc.1',
    title: 'The BERT of Søren: 50% of All',
    authors: ['Anna Müller', 'John van der Berg', 'The ACM Group'],
    year: 2019,
    venue: 'J. of Études',
    doi: '10.1000/abc.1',
    keywords: ['deep learning', 'pruning'],
    abstract: 'We show O(n²).',
    source: { line: 2, format: 'bibtex' },
    original: { title: String.raw`The {BERT} of S{\o}ren: 50\% of {{All}}`, abstract: 'We show $O(n^2)$.' },
  });
});

test('macros are put in, pieces joined, and comments, preambles and commented-out entries are no records', async () => {
  const { papers, file } = await readText(`
@string{jml = "Journal of Machine Learning"}
@preamble{"\\newcommand{\\x}{y}"}
@comment{jabref-meta: databaseType:bibtex;}
% @article{gone, title = {Commented out long ago}}
@Article(a1, title = "On " # {Things} # " that matter greatly", journal = jml, month = aug, year = "2001")
@Misc{a2, title = "A second one of these entries", note = unknownMacro}`);
  expect(titles(papers)).toEqual(['A second one of these entries', 'On Things that matter greatly']);
  expect(file.records).toBe(2);
  expect(papers.find((paper) => paper.year === 2001)?.venue).toBe('Journal of Machine Learning');
});

test('an entry that never closes is skipped with its line, and those after it are read', async () => {
  const { papers, file } = await readText(`@article{a, title = {First of the good papers}, year = 2000}
@article{b,
  title = {The broken one,
  year = 2001
}

@article{c,
  title = {Last of the good papers}, year = 2002}`);
  expect(titles(papers)).toEqual(['First of the good papers', 'Last of the good papers']);
  expect(file).toMatchObject({ records: 3, papers: 2, skipped: [{ line: 2, reason: 'the braces of this entry never close' }] });
});

test('an entry with something else than fields in it, and one without title, are skipped with reason', async () => {
  const { file } = await readText(`@article{a, title = {A good paper about something}}
@article{b, title {no equals sign}, year = 2001}
@article{c, year = 2003}`);
  expect(file.skipped).toHaveLength(2);
  expect(file.skipped[0]).toMatchObject({ line: 2 });
  expect(file.skipped[1]).toEqual({ line: 3, reason: 'no title' });
});

test('a lone dollar sign, a per cent sign and field names with spaces do no harm', async () => {
  const { papers } = await readText(`@ARTICLE{Walker2020,
title={Costs of $5 and 10% of predation},
funding_text 1={This research, 5% of it},
abstract={It costs $7 in all.},
}`);
  expect(papers[0]).toMatchObject({ title: 'Costs of $5 and 10% of predation', abstract: 'It costs $7 in all.' });
});

test('an eprint of arXiv is an arXiv id without its version', async () => {
  const { papers } = await readText('@misc{x, title={Attention is all you need}, eprint={1706.03762v5}, archivePrefix={arXiv}}');
  expect(papers[0]).toMatchObject({ id: 'arxiv:1706.03762', arxiv: '1706.03762', url: 'https://arxiv.org/abs/1706.03762' });
});
