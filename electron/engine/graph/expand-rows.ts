import type { SparseRows } from '../model.ts';
import { nthHighest } from './nth-highest.ts';
import type { SparseMatrix } from './truncated-svd.ts';

/** The concepts of papers with a part of what is near to them: near concepts add up, and each paper keeps its strongest `most`, its own ones first. */
export function expandRows(papers: SparseMatrix, near: SparseRows, nearShare: number, most: number): SparseMatrix {
  const paperCount = papers.offsets.length - 1;
  if (nearShare <= 0 || near.indices.length === 0) return papers;
  const offsets = new Uint32Array(paperCount + 1);
  const total = new Float64Array(papers.columns);
  const isOwn = new Uint8Array(papers.columns);
  const touched = new Uint32Array(papers.columns);
  const scratch = new Float64Array(papers.columns);
  const indices = new Uint32Array(Math.max(papers.indices.length, paperCount * most));
  const values = new Float32Array(indices.length);
  let at = 0;
  for (let paper = 0; paper < paperCount; paper++) {
    let met = 0;
    const [start, end] = [papers.offsets[paper] as number, papers.offsets[paper + 1] as number];
    for (let entry = start; entry < end; entry++) {
      const concept = papers.indices[entry] as number;
      const value = papers.values[entry] as number;
      isOwn[concept] = 1;
      if (total[concept] === 0) touched[met++] = concept;
      total[concept]! += value;
      for (let place = near.offsets[concept] as number; place < (near.offsets[concept + 1] as number); place++) {
        const company = near.indices[place] as number;
        if (total[company] === 0) touched[met++] = company;
        total[company]! += nearShare * (near.values[place] as number) * value;
      }
    }
    const kept = met <= most ? touched.subarray(0, met).sort() : strongest(touched.subarray(0, met), total, isOwn, { room: Math.max(0, most - (end - start)), scratch });
    for (const concept of kept) {
      indices[at] = concept;
      values[at++] = total[concept] as number;
    }
    for (let place = 0; place < met; place++) total[touched[place] as number] = 0;
    for (let entry = start; entry < end; entry++) isOwn[papers.indices[entry] as number] = 0;
    offsets[paper + 1] = at;
  }
  return { offsets, indices: indices.slice(0, at), values: values.slice(0, at), columns: papers.columns };
}

/** The paper's own concepts, and of the others the highest that there is room for, the lower concept at a tie; ascending. */
function strongest(concepts: Uint32Array, total: Float64Array, isOwn: Uint8Array, { room, scratch }: { room: number; scratch: Float64Array }): Uint32Array {
  let others = 0;
  for (const concept of concepts) if (isOwn[concept] === 0) scratch[others++] = total[concept] as number;
  const least = room === 0 || others === 0 ? Number.POSITIVE_INFINITY : nthHighest(scratch, others, Math.min(room, others));
  const kept = new Uint32Array(concepts.length);
  const ties: number[] = [];
  let count = 0;
  let left = room;
  for (const concept of concepts) {
    if (isOwn[concept] === 0 && (total[concept] as number) <= least) {
      if (total[concept] === least) ties.push(concept);
      continue;
    }
    if (isOwn[concept] === 0) left--;
    kept[count++] = concept;
  }
  ties.sort((a, b) => a - b);
  for (const concept of ties.slice(0, left)) kept[count++] = concept;
  return kept.subarray(0, count).sort();
}
