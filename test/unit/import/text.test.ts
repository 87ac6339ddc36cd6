import { expect, test } from 'vitest';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import { readText, titles } from './read-text.ts';

const FIRST = 'Weight sharing has become a standard tool in neural architecture search. We study how it behaves when models grow, and find that simple changes make it far more stable in practice.';
const SECOND = 'Pruning removes parameters that a network does not need. Our method finds them before training begins. It keeps accuracy on three benchmarks while halving the cost of every step.';
const TITLES = ['Growing networks by weight sharing', 'Pruning at Initialization: A Closer Look'];
const FOOTER = 'By using this site you agree to our terms of service and privacy policy. All rights reserved.';

async function abstracts(text: string): Promise<string[][]> {
  const { papers } = await readText(text);
  return pairsOf(papers);
}

/** Title and abstract of each paper, by title. */
function pairsOf(papers: readonly Paper[]): string[][] {
  return papers.map((paper) => [paper.title, paper.abstract]).sort(([a = ''], [b = '']) => compareText(a, b));
}

/** A text wrapped at 70 characters. */
function wrap(text: string): string {
  return text.replace(/(.{50,70}) /g, '$1\n');
}

const EXPECTED = [[TITLES[0], FIRST], [TITLES[1], SECOND]];

test('titles and abstracts apart by blank lines are paired, and the page around them is dropped', async () => {
  const page = ['Home', 'Trending papers', 'Subscribe', 'Mar 14', 'by Jane Doe', TITLES[0], FIRST, '12', 'Mar 13', 'Ann Lee, Bo Li', TITLES[1], SECOND, 'Load more', FOOTER, 'About'].join('\n\n');
  expect(await abstracts(page)).toEqual(EXPECTED);
});

test('names between a title and its abstract are not taken for the title', async () => {
  expect(await abstracts([TITLES[0], 'Jonathan Frankle, Michael Carbin', FIRST, TITLES[1], 'Jane Q. Doe and John Roe', SECOND].join('\n\n'))).toEqual(EXPECTED);
});

test('titles and abstracts on lines of their own without blank lines are paired', async () => {
  expect(await abstracts(`${TITLES[0]}\n${FIRST}\n${TITLES[1]}\n${SECOND}\n`)).toEqual(EXPECTED);
});

test('abstracts wrapped at 70 characters are put together again, under a title with or without blank line', async () => {
  expect(await abstracts(`${TITLES[0]}\n\n${wrap(FIRST)}\n\n${TITLES[1]}\n${wrap(SECOND)}\n`)).toEqual(EXPECTED);
});

test('labelled titles, authors, years and abstracts are taken at their word', async () => {
  const { papers } = await readText(`Title: ${TITLES[0]}\nAuthors: Ann Lee, Bo Li\nYear: 2021\nAbstract: ${FIRST}\nKeywords: pruning, search\n\nTitle: ${TITLES[1]}\nAbstract: Short.\n`);
  expect(pairsOf(papers)).toEqual([[TITLES[0], FIRST], [TITLES[1], 'Short.']]);
  expect(papers.find((paper) => paper.year === 2021)).toMatchObject({ authors: ['Ann Lee', 'Bo Li'], keywords: ['pruning', 'search'] });
});

test('numbers before titles, the word "Abstract" and Markdown signs go', async () => {
  expect(await abstracts(`1. ${TITLES[0]}\n\nAbstract\n\n${FIRST}\n\n[2] **${TITLES[1]}**\n\nAbstract: ${SECOND}\n`)).toEqual(EXPECTED);
});

test('an abstract of two paragraphs stays one', async () => {
  const [[, first] = []] = await abstracts([TITLES[0], FIRST, SECOND].join('\n\n'));
  expect(first).toBe(`${FIRST} ${SECOND}`);
});

test('a saved web page is read without its menus, scripts and footer', async () => {
  const html = `<!DOCTYPE html><html><head><title>Papers</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav>
    <h1>Papers</h1><button>Follow</button>
    <article><h3><a href="/1">${TITLES[0]}</a></h3><p>Ann Lee, Bo Li</p><p>${FIRST.replace('We study', '<b>We</b> study')}</p></article>
    <article><h3>Pruning at Initialization:\n A&nbsp;Closer Look</h3><div>${SECOND}</div></article>
    <script>var title = "no paper";</script><footer>${FOOTER}</footer></body></html>`;
  expect(await abstracts(html)).toEqual(EXPECTED);
});

test('a list of titles without abstracts is read as papers without abstracts', async () => {
  const { papers } = await readText(`${TITLES[0]}\n${TITLES[1]}\nSparse Training of Dense Models\n`);
  expect(titles(papers)).toEqual([TITLES[0], TITLES[1], 'Sparse Training of Dense Models']);
});

test('LaTeX in an abstract is cleaned, and the original kept', async () => {
  const raw = `${FIRST} It keeps 85\\% of it. %As a result, see~https://x.org for the \`\`Guide''.`;
  const { papers } = await readText(`${TITLES[0]}\n\n${raw}\n`);
  expect(papers[0]?.abstract).toBe(`${FIRST} It keeps 85% of it. As a result, see https://x.org for the “Guide”.`);
  expect(papers[0]?.original).toEqual({ abstract: raw });
});

test('text without papers in it is refused with what was expected', async () => {
  const program = 'const a = 1;\nfunction f() {\n  return a;\n}\n';
  const xml = '<?xml version="1.0"?>\n<feed><entry><title>A title</title></entry></feed>\n';
  const tagged = 'PMID- 1\nTI  - A title of a paper\nAB  - An abstract of it. It is long.\n';
  for (const text of ['', 'hello\n', 'hello world, this is nothing', program, xml, tagged]) {
    const failure = await readText(text).then(() => null, (error: unknown) => (error instanceof AtlasError ? error.failure.code : error));
    expect(failure).toBe('import.unreadable');
  }
});
