import type { Paper } from '../../../shared/paper.ts';
import { normaliseTitle, shortHash } from './identifiers.ts';

/** What a paper is told by. */
export type Identifiable = Pick<Paper, 'title' | 'abstract' | 'year' | 'authors' | 'doi' | 'arxiv'>;

/** Titles with fewer letters and digits, or words, are too common to tell a paper by: "Introduction", "Editorial". */
const SHORT_TITLE_LETTERS = 20;
const SHORT_TITLE_WORDS = 3;

/** What a paper is known by; two papers that share one of these are the same. */
export function identitiesOf(paper: Identifiable): string[] {
  return [...numberIds(paper), `title:${titleIdentity(paper)}`];
}

function titleIdentity({ title, abstract, year, authors }: Identifiable): string {
  const letters = normaliseTitle(title);
  if (letters.length >= SHORT_TITLE_LETTERS && title.split(/\s+/).length >= SHORT_TITLE_WORDS) return letters;
  const name = surname(authors[0] ?? '');
  return [letters, year ?? '', name === '' ? normaliseTitle(abstract).slice(0, 100) : name].join('|');
}

/** The longest word of a name, which most ways of writing the name share. */
function surname(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).reduce((longest, word) => (word.length >= longest.length ? word : longest), '');
}

/** The ids that can be made from a paper's DOI and arXiv id. */
export function numberIds(paper: Identifiable | null): string[] {
  return [paper?.doi ? `doi:${paper.doi}` : '', paper?.arxiv ? `arxiv:${paper.arxiv}` : ''].filter(Boolean);
}

/** The id that can be made from a paper's title. */
export function titleId(paper: Identifiable | null): string {
  return paper ? `title:${shortHash(titleIdentity(paper))}` : '';
}

/** Whether an identity is made from a title. */
export function isByTitle(identity: string): boolean {
  return identity.startsWith('title:');
}

/**
 * Whether records with the same DOI or arXiv id are of the same work: not chapters that carry their book's DOI, which have
 * other first authors and titles with few words in common.
 */
export function isSameWork(a: Identifiable | undefined, b: Identifiable | undefined): boolean {
  if (!a || !b) return false;
  const [first, second] = [surname(a.authors[0] ?? ''), surname(b.authors[0] ?? '')];
  if (first === '' || second === '' || first === second) return true;
  const [words, others] = [titleWords(a.title), titleWords(b.title)];
  return [...words].filter((word) => others.has(word)).length * 2 >= Math.min(words.size, others.size);
}

function titleWords(title: string): Set<string> {
  return new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3));
}
