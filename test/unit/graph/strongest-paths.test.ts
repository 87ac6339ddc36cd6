import * as fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import { describe, expect, it } from 'vitest';
import { StrongestPaths } from '../../../electron/engine/graph/strongest-paths.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import type { MapLink } from '../../../shared/topic-map.ts';

const link = (source: string, target: string, weight: number): MapLink => ({ source, target, weight, concepts: [] });
const only = (paper: string) => new Map([[paper, 1]]);

/** The largest product of weights over all simple chains; 0 where there is none. */
function strongestByTrial(links: readonly MapLink[], from: string, to: string, seen: readonly string[] = [from]): number {
  if (from === to) return 1;
  const steps = links.map(({ source, target, weight }) => ({ next: source === from ? target : target === from ? source : null, weight }));
  return Math.max(0, ...steps.map(({ next, weight }) => (next === null || seen.includes(next) ? 0 : weight * strongestByTrial(links, next, to, [...seen, next]))));
}

const strength = (links: readonly MapLink[]) => links.reduce((product, { weight }) => product * weight, 1);

describe('the strongest chains between papers', () => {
  it('go by the largest product of weights, not by the fewest links', () => {
    const paths = new StrongestPaths([link('a', 'b', 0.9), link('b', 'c', 0.9), link('a', 'c', 0.5)]);
    expect(paths.find(only('a'), only('c'), 5).map(({ papers }) => papers)).toEqual([['a', 'b', 'c'], ['a', 'c']]);
  });

  it('are none where nothing joins the papers, and of no links from a paper to itself', () => {
    const paths = new StrongestPaths([link('a', 'b', 1), link('c', 'd', 1)]);
    expect(paths.find(only('a'), only('c'), 3)).toEqual([]);
    expect(paths.find(only('a'), only('unlinked'), 3)).toEqual([]);
    expect(paths.find(only('a'), only('a'), 3)).toEqual([{ papers: ['a'], links: [] }]);
  });

  it('begin at the paper that makes most of its place and the way', () => {
    const paths = new StrongestPaths([link('core', 'x', 0.5), link('edge', 'x', 0.6)]);
    expect(paths.find(new Map([['core', 1], ['edge', 0.5]]), only('x'), 1)[0]?.papers).toEqual(['core', 'x']);
    expect(paths.find(new Map([['core', 1], ['edge', 0.9]]), only('x'), 1)[0]?.papers).toEqual(['edge', 'x']);
  });

  it('are as strong as those of graphology-shortest-path on a large graph', () => {
    const random = seededRandom(5);
    const links = Array.from({ length: 4000 }, () => link(`p${Math.floor(random() * 800)}`, `p${Math.floor(random() * 800)}`, 0.05 + 0.9 * random())).filter(({ source, target }) => source !== target);
    const graph = new UndirectedGraph<object, { cost: number }>();
    for (const { source, target, weight } of links) graph.updateUndirectedEdge(source, target, ({ cost = Infinity }) => ({ cost: Math.min(cost, -Math.log(weight)) }));
    const paths = new StrongestPaths(links);
    for (let pair = 0; pair < 40; pair++) {
      const [from, to] = [`p${pair}`, `p${799 - pair}`];
      const nodes: string[] = dijkstra.bidirectional(graph, from, to, 'cost') ?? [];
      const cost = nodes.slice(1).reduce((sum, node, step) => sum + graph.getEdgeAttribute(nodes[step], node, 'cost'), 0);
      expect(-Math.log(strength(paths.find(only(from), only(to), 1)[0]?.links ?? []))).toBeCloseTo(cost, 3);
    }
  });

  it('are as strong as trial of all chains says, share no link, come strongest first, and are the same when asked again', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const anyLinks = fc.uniqueArray(fc.tuple(node, node, fc.integer({ min: 1, max: 20 })), { maxLength: 12, selector: ([a, b]) => [a, b].sort((x, y) => (x < y ? -1 : 1)).join('') });
    fc.assert(
      fc.property(anyLinks, (triples) => {
        const links = triples.filter(([a, b]) => a !== b).map(([a, b, weight]) => link(a, b, weight / 20));
        const paths = new StrongestPaths(links);
        const chains = paths.find(only('a'), only('f'), 3);
        expect(strength(chains[0]?.links ?? [link('', '', 0)])).toBeCloseTo(strongestByTrial(links, 'a', 'f'), 9);
        const used = chains.flatMap((chain) => chain.links);
        expect(new Set(used).size).toBe(used.length);
        const strengths = chains.map((chain) => strength(chain.links));
        expect(strengths).toEqual(strengths.toSorted((x, y) => y - x));
        expect(paths.find(only('a'), only('f'), 3)).toEqual(chains);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
