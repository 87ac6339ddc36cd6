import type { PaperLinks } from '../model.ts';

/** Topics cut into their connected pieces; -1 stays -1. Piece numbers are those of their smallest paper. */
export function linkedPieces(topicOf: Int32Array, links: PaperLinks): Int32Array {
  const parent = Int32Array.from(topicOf, (_, paper) => paper);
  const rootOf = (paper: number): number => {
    let root = paper;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let step = paper; step !== root; ) {
      const next = parent[step] ?? root;
      parent[step] = root;
      step = next;
    }
    return root;
  };
  for (let link = 0; link < links.source.length; link++) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    if (topicOf[source] !== topicOf[target]) continue;
    const a = rootOf(source);
    const b = rootOf(target);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return topicOf.map((topic, paper) => (topic < 0 ? -1 : rootOf(paper)));
}

/**
 * Topics with fewer than `minPapers` papers join the topic to which they are linked most, the smallest first; a small topic that is
 * linked to no other stays. Topic numbers are those of papers, as `linkedPieces` gives them.
 */
export function mergeSmallTopics(topicOf: Int32Array, links: PaperLinks, minPapers: number): Int32Array {
  const members = new Map<number, number[]>();
  for (const [paper, topic] of topicOf.entries()) {
    if (topic < 0) continue;
    const papers = members.get(topic);
    if (papers) papers.push(paper);
    else members.set(topic, [paper]);
  }
  const merged = topicOf.slice();
  const linksOf = linksOfSmall(members, links, topicOf, minPapers);
  const small = [...members].filter(([, papers]) => papers.length < minPapers).sort(([a, first], [b, second]) => first.length - second.length || a - b);
  for (const [topic] of small) {
    const papers = members.get(topic) ?? [];
    if (papers.length === 0 || papers.length >= minPapers) continue;
    const nearest = strongestNeighbour(papers, topic, merged, linksOf);
    if (nearest < 0) continue;
    for (const paper of papers) merged[paper] = nearest;
    members.get(nearest)?.push(...papers);
    members.set(topic, []);
  }
  return merged;
}

/** The links of the papers of small topics. */
function linksOfSmall(members: Map<number, number[]>, links: PaperLinks, topicOf: Int32Array, minPapers: number): Map<number, { paper: number; weight: number }[]> {
  const linksOf = new Map<number, { paper: number; weight: number }[]>();
  for (const papers of members.values()) if (papers.length < minPapers) for (const paper of papers) linksOf.set(paper, []);
  for (let link = 0; link < links.source.length && linksOf.size > 0; link++) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    if (topicOf[source] === topicOf[target]) continue;
    const weight = links.weight[link] ?? 0;
    linksOf.get(source)?.push({ paper: target, weight });
    linksOf.get(target)?.push({ paper: source, weight });
  }
  return linksOf;
}

function strongestNeighbour(papers: readonly number[], topic: number, topicOf: Int32Array, linksOf: Map<number, { paper: number; weight: number }[]>): number {
  const weightTo = new Map<number, number>();
  for (const paper of papers) {
    for (const { paper: other, weight } of linksOf.get(paper) ?? []) {
      const to = topicOf[other] ?? -1;
      if (to !== topic) weightTo.set(to, (weightTo.get(to) ?? 0) + weight);
    }
  }
  let nearest = -1;
  let best = 0;
  for (const [to, weight] of weightTo) {
    if (weight > best || (weight === best && to < nearest)) {
      nearest = to;
      best = weight;
    }
  }
  return nearest;
}

/** Topics numbered from 0 by size, then by their smallest paper. */
export function numberTopics(topicOf: Int32Array): { topicOf: Int32Array; count: number } {
  const topics = new Map<number, { smallest: number; size: number }>();
  for (const [paper, topic] of topicOf.entries()) {
    if (topic < 0) continue;
    const known = topics.get(topic);
    if (known) known.size++;
    else topics.set(topic, { smallest: paper, size: 1 });
  }
  const order = [...topics].sort(([, a], [, b]) => b.size - a.size || a.smallest - b.smallest);
  const numberOf = new Map(order.map(([topic], place) => [topic, place]));
  return { topicOf: topicOf.map((topic) => numberOf.get(topic) ?? -1), count: order.length };
}
