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
/** So many records with one DOI are compared each with each. */
const MOST_PAIRED = 100;

/**
 * Joins records of the same paper: same DOI, same arXiv id, or same title but for punctuation, case and accents. Short titles count
 * only with the same year and first author. The fullest record is kept, its gaps filled from the others; the result does not depend on
 * the order of records. Groups are sorted by the paper's id.
 */
export function groupDuplicates<T extends UnnamedPaper>(records: readonly T[]): DuplicateGroup<T>[] {
  const groups = groupRecords(records).map((group) => (group.length > 1 ? group.sort(byFullness) : group));
  const merged = groups.map(mergedRecord);
  const ids = groupIds(groups, merged);
  return groups
    .map((group, index) => ({ paper: named(ids[index] ?? '', merged[index] as UnnamedPaper), records: group }))
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
    const place = knownPlace(paper, known, papers);
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

/** The place of the paper that is the same as this one; undefined where there is none. */
function knownPlace(paper: Paper, known: ReadonlyMap<string, number>, papers: readonly Paper[]): number | undefined {
  for (const identity of identitiesOf(paper)) {
    const place = known.get(identity);
    const there = place === undefined ? undefined : papers[place];
    if (there && (isByTitle(identity) || isSameWork(there, paper))) return place;
  }
  return undefined;
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
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).reduce((longest, word) => (word.length >= longest.length ? word : longest), '');
}

/** Ids that can be made from the paper itself, best first. */
function derivedIds(paper: Identifiable): string[] {
  const ids = [`title:${shortHash(titleIdentity(paper))}`];
  if (paper.arxiv !== null) ids.unshift(`arxiv:${paper.arxiv}`);
  if (paper.doi !== null) ids.unshift(`doi:${paper.doi}`);
  return ids;
}

/** One id for each group: the record's own where no other group has it, else one made from DOI, arXiv id or title. */
function groupIds<T extends UnnamedPaper>(groups: readonly (readonly T[])[], merged: readonly UnnamedPaper[]): string[] {
  const claims = new Map<string, number>();
  for (const group of groups) for (const id of new Set(group.map(ownIdOf))) if (id !== null) claims.set(id, (claims.get(id) ?? 0) + 1);
  return groups.map((group, index) => {
    const own = group.map(ownIdOf);
    const id = own[0] ?? own.filter((each) => each !== null).sort(compareText)[0];
    if (id !== undefined && claims.get(id) === 1) return id;
    return derivedIds(merged[index] as UnnamedPaper)[0] ?? '';
  });
}

/** The id that a record brought; null for one of our making that does not fit the record, which another paper may have by right. */
function ownIdOf(paper: UnnamedPaper): string | null {
  if (paper.ownId === null || !/^(?:doi|arxiv|title):/.test(paper.ownId)) return paper.ownId;
  return derivedIds(paper).includes(paper.ownId) ? paper.ownId : null;
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

/** Records joined where they share an identity, over any number of steps (union–find); groups in the order of their first records. */
function groupRecords<T extends UnnamedPaper>(records: readonly T[]): T[][] {
  const parents = Uint32Array.from(records.keys());
  const root = (index: number): number => {
    let current = index;
    while (parents[current] !== current) current = parents[current] = parents[parents[current] ?? current] ?? current;
    return current;
  };
  for (const [identity, sharers] of sharedIdentities(records)) {
    for (const [a, b] of pairs(sharers)) {
      if (!isByTitle(identity) && !isSameWork(records[a] as T, records[b] as T)) continue;
      parents[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
    }
  }
  const groups = new Map<number, T[]>();
  for (const [index, record] of records.entries()) {
    const group = groups.get(root(index));
    if (group) group.push(record);
    else groups.set(root(index), [record]);
  }
  return [...groups.values()];
}

/** For each identity that more than one record has, the indices of those. */
function sharedIdentities(records: readonly UnnamedPaper[]): Map<string, number[]> {
  const firstWith = new Map<string, number>();
  const shared = new Map<string, number[]>();
  for (const [index, record] of records.entries()) {
    for (const identity of identitiesOf(record)) {
      const first = firstWith.get(identity);
      const sharers = shared.get(identity);
      if (first === undefined) firstWith.set(identity, index);
      else if (sharers) sharers.push(index);
      else shared.set(identity, [first, index]);
    }
  }
  return shared;
}

/** All pairs of a few; of many only each with the first, so that a DOI which a whole collection shares costs no square of it. */
function* pairs(indices: readonly number[]): Generator<[number, number]> {
  const partners = indices.length > MOST_PAIRED ? indices.slice(0, 1) : indices;
  for (const [place, first] of partners.entries()) for (const second of indices.slice(place + 1)) yield [first, second];
}

function isByTitle(identity: string): boolean {
  return identity.startsWith('title:');
}

/**
 * Whether records with the same DOI or arXiv id are of the same work: not chapters that carry their book's DOI, which have
 * other first authors and titles with few words in common.
 */
function isSameWork(a: Identifiable, b: Identifiable): boolean {
  const [first, second] = [surname(a.authors[0] ?? ''), surname(b.authors[0] ?? '')];
  if (first === '' || second === '' || first === second) return true;
  const [words, others] = [titleWords(a.title), titleWords(b.title)];
  return [...words].filter((word) => others.has(word)).length * 2 >= Math.min(words.size, others.size);
}

function titleWords(title: string): Set<string> {
  return new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3));
}
