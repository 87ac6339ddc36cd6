import type { TopicComparison } from '../../../shared/answers.ts';
import { compareText } from '../../../shared/text.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';

/** Papers and links that are told at most. */
const PAPERS = 20;
const LINKS = 10;

/** What lies between two groups of papers: papers with links to both, the most even first, and the links from one to the other, the strongest first. */
export function topicsBridge(map: TopicMap, [first, second]: readonly [ReadonlySet<string>, ReadonlySet<string>]): Pick<TopicComparison, 'between' | 'links' | 'strength' | 'linkCount'> {
  const across = map.links.filter(({ source, target }) => (first.has(source) && second.has(target)) || (second.has(source) && first.has(target)));
  const links = across.toSorted((a, b) => b.weight - a.weight || compareText(a.source, b.source) || compareText(a.target, b.target)).slice(0, LINKS);
  return {
    between: papersBetween(map, first, second),
    links: links.map(({ source, target, weight }) => ({ source, target, weight })),
    strength: across.reduce((sum, { weight }) => sum + weight, 0),
    linkCount: across.length,
  };
}

function papersBetween({ links }: TopicMap, first: ReadonlySet<string>, second: ReadonlySet<string>): TopicComparison['between'] {
  const weights = new Map<string, { parts: [number, number]; all: number }>();
  const add = (paper: string, other: string, weight: number) => {
    if (!first.has(paper) && !second.has(paper)) return;
    const own = weights.get(paper) ?? { parts: [0, 0], all: 0 };
    weights.set(paper, own);
    own.all += weight;
    if (first.has(other)) own.parts[0] += weight;
    else if (second.has(other)) own.parts[1] += weight;
  };
  for (const { source, target, weight } of links) {
    add(source, target, weight);
    add(target, source, weight);
  }
  const found = Array.from(weights, ([paper, { parts, all }]) => ({ paper, parts: parts.map((part) => part / all) as [number, number] })).filter(({ parts }) => Math.min(...parts) > 0);
  return found.sort((a, b) => Math.min(...b.parts) - Math.min(...a.parts) || compareText(a.paper, b.paper)).slice(0, PAPERS);
}
