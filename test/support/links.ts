import type { PaperLinks } from '../../electron/engine/model.ts';

/** Links given as [source, target, weight]. */
export function linksOf(...links: readonly (readonly [number, number, number])[]): PaperLinks {
  return { source: Uint32Array.from(links, ([a]) => a), target: Uint32Array.from(links, ([, b]) => b), weight: Float32Array.from(links, ([, , weight]) => weight) };
}

/** All pairs of a group of papers, linked. */
export function clique(papers: readonly number[], weight = 1): [number, number, number][] {
  return papers.flatMap((a, place) => papers.slice(place + 1).map((b): [number, number, number] => [a, b, weight]));
}
