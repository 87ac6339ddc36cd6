import { compareText } from '../../../shared/text.ts';
import type { Concept, ConceptIndex, SparseRows } from '../model.ts';
import type { PaperVectors } from './paper-vectors.ts';
import type { SparseMatrix } from './truncated-svd.ts';

type Rows = SparseRows | SparseMatrix;

/** What papers are linked by, and the index that it was made of. */
export interface IndexedVectors {
  index: ConceptIndex;
  vectors: PaperVectors;
}

/** What sets the vectors of the same papers apart after a correction of concepts. */
export interface VectorChange {
  /** Number of each concept of the earlier index in the later one; -1 where it is gone. Concepts that stay keep their order. */
  numberNow: Int32Array;
  /** By paper: 1 where anything differs of what it is compared by, or what that is put down to. */
  isChanged: Uint8Array;
}

/** Of vectors, what was told of them last. */
const told = new WeakMap<PaperVectors, { since: WeakRef<PaperVectors>; change: VectorChange }>();

/** Compares two indexes of the same papers, and the vectors made of them; once for the same vectors. */
export function vectorChange(before: IndexedVectors, after: IndexedVectors): VectorChange {
  const known = told.get(after.vectors);
  if (known?.since.deref() === before.vectors) return known.change;
  const change = compare(before, after);
  told.set(after.vectors, { since: new WeakRef(before.vectors), change });
  return change;
}

function compare(before: IndexedVectors, after: IndexedVectors): VectorChange {
  const numberNow = numbersNow(before.index, after.index);
  const isOther = changedConcepts(before, after, numberNow);
  const paperCount = after.vectors.sizes.length;
  const isChanged = new Uint8Array(paperCount);
  const pairs: [Rows, Rows][] = [
    [before.index.paperConcepts, after.index.paperConcepts],
    [before.vectors.own, after.vectors.own],
    [before.vectors.rows, after.vectors.rows],
  ];
  for (let paper = 0; paper < paperCount; paper++) {
    const isSame = pairs.every(([one, other]) => isSameRow(one, paper, other, paper, numberNow)) && !hasAny(after.vectors.own, paper, isOther) && !hasAny(after.index.paperConcepts, paper, isOther);
    if (!isSame) isChanged[paper] = 1;
  }
  return { numberNow, isChanged };
}

/** Numbers of the concepts of an index in another one, by id, -1 where it lacks them: both have concepts in the order of ids. */
export function numbersNow({ concepts: before }: ConceptIndex, { concepts: after }: ConceptIndex): Int32Array {
  let now = 0;
  return Int32Array.from(before, ({ id }) => {
    while (now < after.length && (after[now] as Concept).id !== id && compareText((after[now] as Concept).id, id) < 0) now++;
    return after[now]?.id === id ? now : -1;
  });
}

/** By concept of the later index: 1 where it keeps other company, or what is broader than it is something else. */
function changedConcepts(before: IndexedVectors, after: IndexedVectors, numberNow: Int32Array): Uint8Array {
  const hasOtherBroader = new Uint8Array(after.index.concepts.length).fill(1);
  const isOther = new Uint8Array(after.index.concepts.length).fill(1);
  for (const [number, now] of numberNow.entries()) {
    if (now < 0) continue;
    const [one, other] = [before.index.concepts[number]?.broader ?? [], after.index.concepts[now]?.broader ?? []];
    if (one.length === other.length && one.every((broader, place) => numberNow[broader] === other[place])) hasOtherBroader[now] = 0;
    if (isSameRow(before.vectors.near, number, after.vectors.near, now, numberNow)) isOther[now] = 0;
  }
  return isOther.map((other, concept) => (other === 1 || hasOtherBroader[concept] === 1 || after.index.concepts[concept]?.broader.some((broader) => hasOtherBroader[broader] === 1) === true ? 1 : 0));
}

/** Whether a row has the same entries as another one, whose concepts have the numbers of the later index. */
function isSameRow(before: Rows, row: number, after: Rows, rowNow: number, numberNow: Int32Array): boolean {
  const start = before.offsets[row] as number;
  const count = (before.offsets[row + 1] as number) - start;
  const startNow = after.offsets[rowNow] as number;
  if ((after.offsets[rowNow + 1] as number) - startNow !== count) return false;
  for (let place = 0; place < count; place++) {
    if (numberNow[before.indices[start + place] as number] !== after.indices[startNow + place]) return false;
    if (before.values[start + place] !== after.values[startNow + place]) return false;
  }
  return true;
}

function hasAny({ offsets, indices }: Rows, row: number, isAsked: Uint8Array): boolean {
  for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) if (isAsked[indices[entry] as number] === 1) return true;
  return false;
}
