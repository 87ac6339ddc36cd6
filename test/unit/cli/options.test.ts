import { expect, test } from 'vitest';
import { findPaper } from '../../../electron/hosts/cli/find-paper.ts';
import { parseCommandLine, UsageError } from '../../../electron/hosts/cli/options.ts';

test('map takes inputs, outputs and settings', () => {
  const options = parseCommandLine(['map', 'a.bib', 'folder', '-o', 'x.svg', '-o', 'y.json', '--resolution', '1.5', '--seed', '7', '--min-papers', '3', '--view', 'both']);
  expect(options).toMatchObject({ command: 'map', inputs: ['a.bib', 'folder'], outputs: ['x.svg', 'y.json'], view: 'both', settings: { resolution: 1.5, seed: 7, minPapers: 3 } });
});

test('thesauri are files in their order, and “none” leaves the built-in one out', () => {
  expect(parseCommandLine(['concepts', 'a.bib', '--thesaurus', 'x.ttl', '--thesaurus', 'y.csv'])).toMatchObject({ thesauri: ['x.ttl', 'y.csv'], builtInThesaurus: true });
  expect(parseCommandLine(['concepts', 'a.bib', '--thesaurus', 'none', '--thesaurus', 'x.ttl'])).toMatchObject({ thesauri: ['x.ttl'], builtInThesaurus: false });
});

test.for([
  [[], 'Say what to do'],
  [['draw', 'a.bib'], 'Say what to do'],
  [['map'], 'Name at least one input'],
  [['map', 'a.bib'], '-o'],
  [['map', 'a.bib', '-o', 'x.svg', '--resolution', 'much'], '--resolution'],
  [['map', 'a.bib', '-o', 'x.svg', '--resolution', '99'], '--resolution'],
  [['map', 'a.bib', '-o', 'x.svg', '--limit', '0'], '--limit'],
  [['map', 'a.bib', '-o', 'x.svg', '--view', 'all'], '--view takes one of'],
  [['related', 'a.bib'], '--paper'],
  [['path', 'a.bib', '--from', 'x'], '--from and --to'],
  [['concepts', 'a.bib', '--nonsense'], 'nonsense'],
] as const)('%j is wrong usage and says so', ([args, says]) => {
  expect(() => parseCommandLine(args)).toThrow(UsageError);
  expect(() => parseCommandLine(args)).toThrow(says);
});

const papers = [
  { id: 'a', title: 'LoRA+: Efficient Low Rank Adaptation of Large Models' },
  { id: 'b', title: 'LoRA: Low-Rank Adaptation of Large Language Models' },
  { id: 'LoRA', title: 'Something else' },
];

test('a paper is meant by its id, its title whatever the punctuation, or words that its title contains', () => {
  expect(findPaper(papers, 'LoRA')).toBe(2);
  expect(findPaper(papers, 'lora  low rank adaptation of large language models')).toBe(1);
  expect(findPaper(papers, 'efficient low-rank')).toBe(0);
  expect(() => findPaper(papers, 'quantum gravity')).toThrow('There is no paper “quantum gravity”');
  expect(() => findPaper(papers, '–')).toThrow('There is no paper');
});
