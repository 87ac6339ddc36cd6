import type { SimilarityId } from '../../shared/settings.ts';
import { LinkExplainer, type ExplainedVectors } from './graph/explain-link.ts';
import { SIMILARITIES } from './graph/similarity.ts';
import type { RowRange, Task } from './parallel/task.ts';

/** Smaller parts of a link are left out, and those of two concepts that are only near sooner. */
const SMALLEST_SHARE = 0.005;
const SMALLEST_NEAR_SHARE = 0.02;
const SHARES_PER_LINK = 16;

export interface LinkReasonsCommon extends Omit<ExplainedVectors, 'similarity'> {
  similarity: SimilarityId;
  source: Uint32Array;
  target: Uint32Array;
}

/** The larger shares of a range of links: `counts` of each link, then all of them one after the other, largest first. */
export interface LinkReasonsPart {
  counts: Uint8Array;
  concept: Uint32Array;
  other: Uint32Array;
  share: Float64Array;
}

/** Tells why ranges of links are there. */
export const linkReasonsTask: Task<LinkReasonsCommon, RowRange, LinkReasonsPart> = {
  name: 'graph.linkReasons',
  prepare({ similarity, source, target, ...vectors }) {
    const explainer = new LinkExplainer({ ...vectors, similarity: SIMILARITIES[similarity] });
    return ([from, to]) => reasonsOfRange(explainer, source.subarray(from, to), target.subarray(from, to));
  },
};

function reasonsOfRange(explainer: LinkExplainer, source: Uint32Array, target: Uint32Array): LinkReasonsPart {
  const counts = new Uint8Array(source.length);
  const concept = new Uint32Array(source.length * SHARES_PER_LINK);
  const other = new Uint32Array(concept.length);
  const share = new Float64Array(concept.length);
  let at = 0;
  for (let link = 0; link < source.length; link++) {
    const { reasons } = explainer.explain(source[link] as number, target[link] as number, SMALLEST_SHARE);
    let listed = 0;
    for (const reason of reasons) {
      if (reason.concept !== reason.other && reason.share < SMALLEST_NEAR_SHARE) continue;
      if (listed === SHARES_PER_LINK) break;
      concept[at] = reason.concept;
      other[at] = reason.other;
      share[at] = reason.share;
      at++;
      listed++;
    }
    counts[link] = listed;
  }
  return { counts, concept: concept.slice(0, at), other: other.slice(0, at), share: share.slice(0, at) };
}
