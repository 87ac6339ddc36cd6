import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { UnnamedPaper } from './make-paper.ts';
import { byFullness, mergedRecord, named } from './merge-records.ts';
import { identitiesOf, isByTitle, isSameWork, numberIds, titleId } from './paper-identity.ts';

/** Papers of which at least one identity is the same, the fullest record first. */
export interface DuplicateGroup<T extends UnnamedPaper> {
  paper: Paper;
  records: T[];
}

/** So many records with one DOI are compared each with each. */
const MOST_PAIRED = 100;

/**
 * Joins records of the same paper: same DOI, same arXiv id, or same title but for punctuation, case and accents. Short titles count
 * only with the same year and first author. The fullest record is kept, its gaps filled from the others; the result does not depend on
 * the order of records. Groups are sorted by the paper's id.
 */
export function groupDuplicates<T extends UnnamedPaper>(records: readonly T[]): DuplicateGroup<T>[] {
  const groups = groupRecords(records).map((group) => (group.length > 1 ? group.sort(byFullness) : group));
  const merged = groups.map((group) => mergedRecord(group));
  const ids = chooseIds(groups, merged);
  return groups
    .map((group, index) => ({ paper: named(ids[index] ?? '', merged[index] ?? group[0]), records: group }))
    .sort((a, b) => compareText(a.paper.id, b.paper.id));
}

/** One id for each group: the record's own, else one made from DOI, arXiv id or title; the first of these that no other group claims. */
function chooseIds(groups: readonly (readonly UnnamedPaper[])[], merged: readonly UnnamedPaper[]): string[] {
  const candidates = groups.map((group, index) => [...groupOwnIds(group), ...numberIds(merged[index] ?? null)]);
  const claims = new Map<string, number>();
  for (const ids of candidates) for (const id of new Set(ids)) claims.set(id, (claims.get(id) ?? 0) + 1);
  return candidates.map((ids, index) => ids.find((id) => claims.get(id) === 1) ?? titleId(merged[index] ?? null));
}

/** The id that the fullest record brought, or if it brought none, the first of the others'. */
function groupOwnIds(group: readonly UnnamedPaper[]): string[] {
  const ids = group.map((record) => record.ownId);
  return [ids[0] ?? ids.filter((id) => id !== null).sort(compareText)[0]].filter((id) => id !== undefined);
}

/** Records joined where they share an identity, over any number of steps; groups in the order of their first records. */
function groupRecords<T extends UnnamedPaper>(records: readonly T[]): [T, ...T[]][] {
  const sets = new DisjointSets(records.length);
  for (const [identity, sharers] of sharedIdentities(records)) {
    for (const [first, second] of pairs(sharers)) if (isByTitle(identity) || isSameWork(records[first], records[second])) sets.join(first, second);
  }
  const groups = new Map<number, [T, ...T[]]>();
  for (const [index, record] of records.entries()) {
    const group = groups.get(sets.rootOf(index));
    if (group) group.push(record);
    else groups.set(index, [record]);
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
