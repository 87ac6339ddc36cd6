import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import { byFullness, mergedRecord, named, unnamed } from './merge-records.ts';
import { identitiesOf, isByTitle, isSameWork, numberIds, titleId } from './paper-identity.ts';

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

/** Joins newly read papers to those of a collection, in which none are duplicates of each other. */
export function joinDuplicates(existing: readonly Paper[], incoming: readonly Paper[]): JoinedPapers {
  const collection = new Collection(existing);
  const added: string[] = [];
  const replaced = new Set<string>();
  for (const paper of incoming.toSorted((a, b) => compareText(a.id, b.id))) {
    const place = collection.find(paper);
    if (place === null) added.push(collection.add(paper));
    else if (collection.fill(place, paper) && place < existing.length) replaced.add(existing[place]?.id ?? '');
  }
  const papers = collection.papers.sort((a, b) => compareText(a.id, b.id));
  return { papers, added: added.sort(compareText), duplicates: incoming.length - added.length, replaced: [...replaced].sort(compareText) };
}

/** Papers that can be found by what they are told by. */
class Collection {
  readonly papers: Paper[];
  readonly #ids: Set<string>;
  readonly #places = new Map<string, number>();

  constructor(papers: readonly Paper[]) {
    this.papers = [...papers];
    this.#ids = new Set(papers.map((paper) => paper.id));
    for (const [place, paper] of papers.entries()) this.#note(paper, place);
  }

  /** The place of the paper that is the same as this one; null where there is none. */
  find(paper: Paper): number | null {
    for (const identity of identitiesOf(paper)) {
      const place = this.#places.get(identity);
      if (place !== undefined && (isByTitle(identity) || isSameWork(this.papers[place], paper))) return place;
    }
    return null;
  }

  /** Adds a paper, under another id if its own is taken; gives the id. */
  add(paper: Paper): string {
    const id = [paper.id, ...numberIds(paper), titleId(paper)].find((candidate) => !this.#ids.has(candidate)) ?? paper.id;
    this.#ids.add(id);
    this.#note(paper, this.papers.push({ ...paper, id }) - 1);
    return id;
  }

  /** Joins a paper with the one in a place, which keeps its id; true where that changed it. */
  fill(place: number, paper: Paper): boolean {
    const there = this.papers[place];
    if (!there) return false;
    const [first, second] = [unnamed(there), unnamed(paper)];
    const merged = named(there.id, mergedRecord(byFullness(first, second) <= 0 ? [first, second] : [second, first]));
    this.#note(merged, place);
    if (JSON.stringify(merged) === JSON.stringify(named(there.id, first))) return false;
    this.papers[place] = merged;
    return true;
  }

  #note(paper: Paper, place: number): void {
    for (const identity of identitiesOf(paper)) if (!this.#places.has(identity)) this.#places.set(identity, place);
  }
}
