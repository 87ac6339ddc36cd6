import { compareText } from '../../../shared/text.ts';
import type { Paper } from '../../../shared/paper.ts';
import { normaliseTitle, shortHash } from './identifiers.ts';
import type { UnnamedPaper } from './make-paper.ts';

/** Papers of which at least one identity is the same, the fullest record first. */
export interface DuplicateGroup<T extends UnnamedPaper> {
  paper: Paper;
  records: T[];
}

/** What joining new papers to those of a collection gives. */
export interface JoinedPapers {
  /** All papers once, sorted by id; those that were there keep their ids. */
  papers: Paper[];
  /** Ids of papers that were not there before. */
  added: string[];
  /** New papers that were there already, or came twice. */
  duplicates: number;
  /** Ids of papers that were there and have changed, by a fuller record or by what it adds. */
  replaced: string[];
}

/** Titles with fewer letters and digits, or words, are too common to tell a paper by: "Introduction", "Editorial". */
const SHORT_TITLE_LETTERS = 20;
const SHORT_TITLE_WORDS = 3;

/**
 * Joins records of the same paper: same DOI, same arXiv id, or same title but for punctuation, case and accents. Short titles count
 * only with the same year and first author. The fullest record is kept, its gaps filled from the others; the result does not depend on
 * the order of records. Groups are sorted by the paper's id.
 */
export function groupDuplicates<T extends UnnamedPaper>(records: readonly T[]): DuplicateGroup<T>[] {
  const groups = [...groupBySets(records, identitiesOf)].map((group) => group.sort(byFullness));
  const ids = groupIds(groups);
  return groups
    .map((group, index) => ({ paper: named(ids[index] ?? '', mergedRecord(group)), records: group }))
    .sort((a, b) => compareText(a.paper.id, b.paper.id));
}

/** Joins newly read papers to those of a collection, in which none are duplicates of each other. */
export function joinDuplicates(existing: readonly Paper[], incoming: readonly Paper[]): JoinedPapers {
  const known = new Map<string, number>();
  const papers = existing.map((paper) => ({ ...paper }));
  for (const [index, paper] of existing.entries()) for (const identity of identitiesOf(paper)) if (!known.has(identity)) known.set(identity, index);
  const ids = new Set(existing.map((paper) => paper.id));
  const result: JoinedPapers = { papers, added: [], duplicates: 0, replaced: [] };
  const replaced = new Set<string>();
  for (const paper of incoming.toSorted((a, b) => compareText(a.id, b.id))) {
    const place = identitiesOf(paper).map((identity) => known.get(identity)).find((index) => index !== undefined);
    const there = place === undefined ? undefined : papers[place];
    if (place === undefined || there === undefined) {
      const id = [paper.id, ...derivedIds(paper)].find((candidate) => !ids.has(candidate)) ?? paper.id;
      ids.add(id);
      result.added.push(id);
      for (const identity of identitiesOf(paper)) known.set(identity, papers.length);
      papers.push({ ...paper, id });
      continue;
    }
    result.duplicates++;
    const merged = named(there.id, mergedRecord([unnamed(there), unnamed(paper)].sort(byFullness)));
    for (const identity of identitiesOf(merged)) if (!known.has(identity)) known.set(identity, place);
    if (JSON.stringify(merged) === JSON.stringify(named(there.id, unnamed(there)))) continue;
    papers[place] = merged;
    if (place < existing.length) replaced.add(there.id);
  }
  papers.sort((a, b) => compareText(a.id, b.id));
  return { ...result, added: result.added.sort(compareText), replaced: [...replaced].sort(compareText) };
}

type Identifiable = Pick<Paper, 'title' | 'abstract' | 'year' | 'authors' | 'doi' | 'arxiv'>;

/** What a paper is known by; two papers that share one of these are the same. */
function identitiesOf(paper: Identifiable): string[] {
  const identities = [`title:${titleIdentity(paper)}`];
  if (paper.doi !== null) identities.unshift(`doi:${paper.doi}`);
  if (paper.arxiv !== null) identities.unshift(`arxiv:${paper.arxiv}`);
  return identities;
}

function titleIdentity({ title, abstract, year, authors }: Identifiable): string {
  const letters = normaliseTitle(title);
  if (letters.length >= SHORT_TITLE_LETTERS && title.split(/\s+/).length >= SHORT_TITLE_WORDS) return letters;
  const name = surname(authors[0] ?? '');
  return [letters, year ?? '', name === '' ? normaliseTitle(abstract).slice(0, 100) : name].join('|');
}

/** The longest word of a name, which most ways of writing the name share. */
function surname(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Ids that can be made from the paper itself, best first. */
function derivedIds(paper: Identifiable): string[] {
  const ids = [`title:${shortHash(titleIdentity(paper))}`];
  if (paper.arxiv !== null) ids.unshift(`arxiv:${paper.arxiv}`);
  if (paper.doi !== null) ids.unshift(`doi:${paper.doi}`);
  return ids;
}

/** One id for each group: the record's own where no other group has it, else one made from DOI, arXiv id or title. */
function groupIds<T extends UnnamedPaper>(groups: readonly (readonly T[])[]): string[] {
  const derived = groups.map((group) => group.flatMap(derivedIds));
  const own = groups.map((group) => group.map((record) => record.ownId).filter((id) => id !== null));
  const claims = new Map<string, number>();
  for (const [index, ids] of own.entries()) for (const id of new Set([...ids, ...(derived[index] ?? [])])) claims.set(id, (claims.get(id) ?? 0) + 1);
  return groups.map((group, index) => {
    const owned = group[0]?.ownId ?? own[index]?.toSorted(compareText)[0];
    if (owned !== undefined && owned !== null && claims.get(owned) === 1) return owned;
    return derivedIds(mergedRecord(group))[0] ?? '';
  });
}

function byFullness(a: UnnamedPaper, b: UnnamedPaper): number {
  const difference = filledFields(b) - filledFields(a) || b.abstract.length - a.abstract.length || b.authors.length - a.authors.length || b.keywords.length - a.keywords.length;
  return difference || compareText(contentKey(a), contentKey(b));
}

/** Filled fields; an abstract is worth more than all others together. */
function filledFields(paper: UnnamedPaper): number {
  const others = [paper.year, paper.venue, paper.doi, paper.arxiv, paper.url].filter((value) => value !== null).length;
  return (paper.abstract === '' ? 0 : 10) + others + (paper.authors.length > 0 ? 1 : 0) + (paper.keywords.length > 0 ? 1 : 0);
}

function contentKey(paper: UnnamedPaper): string {
  const { title, abstract, year, authors, venue, doi, arxiv, url, keywords, ownId, source } = paper;
  return JSON.stringify([title, abstract, year, authors, venue, doi, arxiv, url, keywords, ownId, source.file, String(source.line).padStart(12, '0')]);
}

/** The first record with its gaps filled from the others. */
function mergedRecord<T extends UnnamedPaper>(records: readonly T[]): UnnamedPaper {
  const [first, ...others] = records as readonly [T, ...T[]];
  const merged: UnnamedPaper = { ...first };
  for (const other of others) {
    if (merged.abstract === '' && other.abstract !== '') {
      merged.abstract = other.abstract;
      if (other.original?.abstract !== undefined) merged.original = { ...merged.original, abstract: other.original.abstract };
    }
    merged.year ??= other.year;
    merged.venue ??= other.venue;
    merged.doi ??= other.doi;
    merged.arxiv ??= other.arxiv;
    merged.url ??= other.url;
    if (merged.authors.length === 0) merged.authors = other.authors;
    if (merged.keywords.length === 0) merged.keywords = other.keywords;
  }
  return merged;
}

/** The record under an id, its keys in one order. */
function named(id: string, record: UnnamedPaper): Paper {
  const { title, abstract, year, authors, venue, doi, arxiv, url, keywords, source, original } = record;
  return { id, title, abstract, year, authors, venue, doi, arxiv, url, keywords, source, ...(original ? { original } : {}) };
}

function unnamed(paper: Paper): UnnamedPaper {
  return { ...paper, ownId: paper.id };
}

/** Items joined where they share a key, over any number of steps (union–find); groups in the order of their first items. */
function groupBySets<T>(items: readonly T[], keysOf: (item: T) => string[]): T[][] {
  const parents = items.map((_, index) => index);
  const root = (index: number): number => {
    let current = index;
    while (parents[current] !== current) {
      parents[current] = parents[parents[current] ?? current] ?? current;
      current = parents[current] ?? current;
    }
    return current;
  };
  const firstWith = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else parents[Math.max(root(first), root(index))] = Math.min(root(first), root(index));
    }
  }
  const groups = new Map<number, T[]>();
  for (const [index, item] of items.entries()) {
    const group = groups.get(root(index));
    if (group) group.push(item);
    else groups.set(root(index), [item]);
  }
  return [...groups.values()];
}
