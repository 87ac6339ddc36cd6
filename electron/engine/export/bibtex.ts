import type { Paper } from '../../../shared/paper.ts';
import { joinKeywords } from './join-keywords.ts';
import { ownAddress } from './own-address.ts';
import { isBody } from './person-names.ts';
import { workKind, type WorkKind } from './work-kind.ts';

const ENTRY_TYPES: Record<WorkKind, string> = { article: 'article', conference: 'inproceedings', other: 'misc' };
const VENUE_FIELDS: Record<WorkKind, string> = { article: 'journal', conference: 'booktitle', other: 'howpublished' };
/** Words that say nothing of a title. */
const SMALL_WORDS = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'for', 'to', 'and', 'with', 'at', 'by', 'from', 'is', 'are', 'how', 'what', 'why', 'towards', 'toward']);

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '$': '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  '_': '\\_',
};

/** Papers as BibTeX in UTF-8, in their order; keys are of author, year and title, no two the same. */
export function writeBibtex(papers: readonly Paper[]): string {
  const keys = new Map<string, number>();
  return papers.map((paper) => entryOf(paper, unusedKey(paper, keys))).join('\n');
}

function entryOf(paper: Paper, key: string): string {
  const kind = workKind(paper);
  const fields: [string, string | number | null][] = [
    ['title', `{${escaped(paper.title)}}`],
    ['author', paper.authors.map((name) => (isBody(name) || name.includes(',') ? `{${escaped(name)}}` : escaped(name))).join(' and ')],
    ['year', paper.year],
    [VENUE_FIELDS[kind], paper.venue === null ? null : escaped(paper.venue)],
    ['doi', paper.doi],
    ['eprint', paper.arxiv],
    ['archiveprefix', paper.arxiv === null ? null : 'arXiv'],
    ['url', ownAddress(paper)],
    ['keywords', joinKeywords(paper.keywords.map(escaped))],
    ['abstract', escaped(paper.abstract)],
    ['citations', paper.citations],
  ];
  const lines = fields.filter(([, value]) => value !== null && value !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${ENTRY_TYPES[kind]}{${key},\n${lines.join('')}}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}~^$&%#_]/g, (character) => ESCAPES[character] ?? character);
}

/** A key such as "hu2021lowrank", followed by a number where it was given before. */
function unusedKey({ authors, year, title }: Paper, keys: Map<string, number>): string {
  const word = title.split(/\s+/).map(letters).find((each) => each !== '' && !SMALL_WORDS.has(each)) ?? '';
  const key = `${letters(authors[0]?.split(' ').at(-1) ?? '')}${year ?? ''}${word}` || 'paper';
  const times = (keys.get(key) ?? 0) + 1;
  keys.set(key, times);
  return times === 1 ? key : `${key}-${times}`;
}

function letters(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
}
