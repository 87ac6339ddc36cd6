import { shareRows } from './graph/share-rows.ts';
import type { PaperVectors } from './graph/paper-vectors.ts';
import { linkReasonsTask, type LinkReasonsPart } from './link-reasons-task.ts';
import { UNWATCHED, type PaperLinks, type Watch } from './model.ts';
import { joinArrays, offsetsOf } from './parallel/join-arrays.ts';
import { shareNumbers } from './parallel/shared-arrays.ts';
import { rowRanges } from './parallel/task.ts';
import { sharedPool } from './parallel/thread-pool.ts';

/** Links that one part of the work looks at; fewer are not worth another thread. */
const LINKS_OF_A_PART = 4096;
const FEW_LINKS = 10_000;

/** What the links of a map rest on, in flat columns: link l's are offsets[l]..offsets[l+1), largest share first. */
export interface LinkReasonTable {
  offsets: Uint32Array;
  /** Indices of the concepts of the link's source. */
  concept: Uint32Array;
  /** Indices of the concepts of its target: the same one, or one that keeps the same company. */
  other: Uint32Array;
  /** Parts of the link's weight, 0..1. */
  share: Float64Array;
}

/** The larger shares of links; the same with any number of threads. */
export function reasonsOfLinks({ links, vectors }: { links: Pick<PaperLinks, 'source' | 'target'>; vectors: PaperVectors }, watch: Watch = UNWATCHED, pool = sharedPool): LinkReasonTable {
  const { own, near, rows, sizes, similarity } = vectors;
  const common = {
    own: shareRows(own),
    near: shareRows(near),
    rows: shareRows(rows),
    sizes: shareNumbers(sizes),
    similarity: similarity.id,
    source: shareNumbers(links.source),
    target: shareNumbers(links.target),
  };
  return joinParts(pool.map(linkReasonsTask, common, rowRanges(links.source.length, LINKS_OF_A_PART, FEW_LINKS), watch));
}

function joinParts(parts: readonly LinkReasonsPart[]): LinkReasonTable {
  return {
    offsets: offsetsOf(parts.map(({ counts }) => counts)),
    concept: joinArrays(Uint32Array, parts.map(({ concept }) => concept)),
    other: joinArrays(Uint32Array, parts.map(({ other }) => other)),
    share: joinArrays(Float64Array, parts.map(({ share }) => share)),
  };
}

/** The concepts that the links of one paper rest on; `read` turns to the next paper. */
export class PaperReasons {
  /** Number of such concepts. */
  count = 0;
  private readonly table: LinkReasonTable;
  private readonly offsets: Uint32Array;
  private readonly linksOf: Uint32Array;
  private readonly links: PaperLinks;
  /** By concept: the last paper read that has it as a reason, counted from 1. */
  private readonly paperOf: Uint32Array;
  private paper = 0;

  constructor(table: LinkReasonTable, links: PaperLinks, paperCount: number, conceptCount: number) {
    this.table = table;
    this.links = links;
    const { offsets, linksOf } = linksOfPapers(links, paperCount);
    this.offsets = offsets;
    this.linksOf = linksOf;
    this.paperOf = new Uint32Array(conceptCount);
  }

  /** Turns to a paper; each may be read once. */
  read(paper: number): void {
    const { offsets, concept, other } = this.table;
    this.paper = paper + 1;
    this.count = 0;
    for (let at = this.offsets[paper] ?? 0; at < (this.offsets[paper + 1] ?? 0); at++) {
      const link = this.linksOf[at] ?? 0;
      const own = this.links.source[link] === paper ? concept : other;
      for (let entry = offsets[link] ?? 0; entry < (offsets[link + 1] ?? 0); entry++) this.note(own[entry] ?? 0);
    }
  }

  /** Whether a link of the paper rests on the concept. */
  has(concept: number): boolean {
    return this.paperOf[concept] === this.paper;
  }

  private note(concept: number): void {
    if (this.has(concept)) return;
    this.paperOf[concept] = this.paper;
    this.count++;
  }
}

/** The links of each paper: paper p's are linksOf[offsets[p]..offsets[p+1]). */
function linksOfPapers({ source, target }: PaperLinks, paperCount: number): { offsets: Uint32Array; linksOf: Uint32Array } {
  const offsets = new Uint32Array(paperCount + 2);
  for (const ends of [source, target]) for (const paper of ends) offsets[paper + 2] = (offsets[paper + 2] ?? 0) + 1;
  for (let paper = 2; paper < offsets.length; paper++) offsets[paper] = (offsets[paper] ?? 0) + (offsets[paper - 1] ?? 0);
  const linksOf = new Uint32Array(2 * source.length);
  for (const ends of [source, target]) {
    for (const [link, paper] of ends.entries()) {
      const at = offsets[paper + 1] ?? 0;
      linksOf[at] = link;
      offsets[paper + 1] = at + 1;
    }
  }
  return { offsets, linksOf };
}
