import type { PaperGraph } from './graph/link-papers.ts';
import { vectorChange } from './graph/changed-papers.ts';
import { reasonsOfLinks, type LinkReasonTable } from './link-reasons.ts';
import type { ConceptIndex, PaperLinks, Watch } from './model.ts';

/** The links of a map with what they rest on. */
export interface ExplainedLinks {
  index: ConceptIndex;
  graph: PaperGraph;
  reasons: LinkReasonTable;
}

/** What links rest on, and which of them are those of an earlier map. */
export interface ReasonsKept {
  reasons: LinkReasonTable;
  /** Of each link, its place among the earlier map's links where it is the same in all, else -1. */
  linkBefore: Int32Array;
  /** By paper: 1 where its concepts and its links are as they were. */
  isSamePaper: Uint8Array;
}

/** What links rest on, where nothing is known of an earlier map. */
export function reasonsAnew({ graph }: Pick<ExplainedLinks, 'graph'>, watch: Watch): ReasonsKept {
  return { reasons: reasonsOfLinks(graph, watch), linkBefore: new Int32Array(graph.links.source.length).fill(-1), isSamePaper: new Uint8Array(graph.vectors.sizes.length) };
}

/** What links rest on, of those that an earlier map of the same papers has too and whose papers stay the same taken over from there. */
export function reasonsAfter(before: ExplainedLinks, after: Omit<ExplainedLinks, 'reasons'>, watch: Watch): ReasonsKept {
  if (before.graph === after.graph) return { reasons: before.reasons, linkBefore: Int32Array.from(after.graph.links.source.keys()), isSamePaper: new Uint8Array(after.graph.vectors.sizes.length).fill(1) };
  if (before.graph.vectors.similarity !== after.graph.vectors.similarity) return reasonsAnew(after, watch);
  const { isChanged, numberNow } = vectorChange({ index: before.index, vectors: before.graph.vectors }, { index: after.index, vectors: after.graph.vectors });
  const { links, vectors } = after.graph;
  const linkBefore = sameLinks(before.graph.links, links, isChanged);
  const isFresh = (_: number, link: number) => linkBefore[link] === -1;
  const fresh = reasonsOfLinks({ links: { source: links.source.filter(isFresh), target: links.target.filter(isFresh) }, vectors }, watch);
  return { reasons: joinedReasons(before.reasons, fresh, linkBefore, numberNow), linkBefore, isSamePaper: samePapers(before.graph.links, links, linkBefore, isChanged) };
}

/** Of each link, its place among the links before where both of its papers stay the same, else -1. Both are sorted by their ends. */
function sameLinks(before: PaperLinks, after: PaperLinks, isChanged: Uint8Array): Int32Array {
  let at = 0;
  return Int32Array.from(after.source, (source, link) => {
    const target = after.target[link] as number;
    while (at < before.source.length && ((before.source[at] as number) < source || (before.source[at] === source && (before.target[at] as number) < target))) at++;
    const isSame = before.source[at] === source && before.target[at] === target && before.weight[at] === after.weight[link] && isChanged[source] === 0 && isChanged[target] === 0;
    return isSame ? at : -1;
  });
}

/** Papers that are the same and have lost and won no link. */
function samePapers(before: PaperLinks, after: PaperLinks, linkBefore: Int32Array, isChanged: Uint8Array): Uint8Array {
  const isSame = isChanged.map((changed) => 1 - changed);
  const isKept = new Uint8Array(before.source.length);
  const touch = ({ source, target }: PaperLinks, link: number) => {
    isSame[source[link] as number] = 0;
    isSame[target[link] as number] = 0;
  };
  for (const [link, place] of linkBefore.entries()) {
    if (place < 0) touch(after, link);
    else isKept[place] = 1;
  }
  for (const [link, kept] of isKept.entries()) if (kept === 0) touch(before, link);
  return isSame;
}

function joinedReasons(before: LinkReasonTable, fresh: LinkReasonTable, linkBefore: Int32Array, numberNow: Int32Array): LinkReasonTable {
  const offsets = new Uint32Array(linkBefore.length + 1);
  let nextFresh = 0;
  const rangeOf = (link: number): [LinkReasonTable, number, number] => {
    const place = linkBefore[link] as number;
    const [table, row] = place < 0 ? [fresh, nextFresh++] : [before, place];
    return [table, table.offsets[row] as number, table.offsets[row + 1] as number];
  };
  for (let link = 0; link < linkBefore.length; link++) {
    const [, start, end] = rangeOf(link);
    offsets[link + 1] = (offsets[link] as number) + end - start;
  }
  const count = offsets.at(-1) ?? 0;
  const joined: LinkReasonTable = { offsets, concept: new Uint32Array(count), other: new Uint32Array(count), share: new Float64Array(count) };
  nextFresh = 0;
  for (let link = 0, at = 0; link < linkBefore.length; link++) {
    const [table, start, end] = rangeOf(link);
    for (let entry = start; entry < end; entry++, at++) {
      const [concept, other] = [table.concept[entry] as number, table.other[entry] as number];
      joined.concept[at] = table === before ? (numberNow[concept] as number) : concept;
      joined.other[at] = table === before ? (numberNow[other] as number) : other;
      joined.share[at] = table.share[entry] as number;
    }
  }
  return joined;
}
