import type { MapPath, PathReply, PathStep } from '../../../shared/answers.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { PathEnd } from '../../../shared/settings.ts';
import type { MapLink, TopicMap } from '../../../shared/topic-map.ts';
import { StrongestPaths, type LinkChain, type PathEnds } from '../graph/strongest-paths.ts';
import { papersOfTopic } from './papers-of-topic.ts';

/** How much the weight of its links within counts for a paper as an end of a path, and what one without any counts. */
const CENTRALITY_EXPONENT = 0.5;
const LEAST_CENTRALITY = 0.2;

/** Graphs of maps, by their links, which stay the same while nodes are moved and topics named. */
const graphs = new WeakMap<readonly MapLink[], StrongestPaths>();

/**
 * The strongest chains between two papers or topics, strongest first; no two share a link. One from a topic begins at any of its papers, of which
 * those count most that are linked most within it. Throws map.noPaper, map.noTopic or map.noPath.
 */
export function findPaths(map: TopicMap, from: PathEnd, to: PathEnd, count: number): PathReply {
  const [starts, ends] = [endsOf(map, from), endsOf(map, to)];
  const chains = graphOf(map).find(starts, ends, count);
  if (chains.length === 0) throw new AtlasError('map.noPath');
  const labels = new Map(map.concepts.map(({ id, label }) => [id, label]));
  return { from, to, paths: chains.map((chain) => mapPath(chain, labels)) };
}

function graphOf({ links }: TopicMap): StrongestPaths {
  const graph = graphs.get(links) ?? new StrongestPaths(links);
  graphs.set(links, graph);
  return graph;
}

function endsOf(map: TopicMap, { kind, id }: PathEnd): PathEnds {
  if (kind === 'topic') return centralities(map, id);
  if (!map.papers.some((paper) => paper.id === id)) throw new AtlasError('map.noPaper', { paper: id });
  return new Map([[id, 1]]);
}

/** The papers of a topic, each with the weight of its links within as a part of the most central one's. */
function centralities(map: TopicMap, topic: string): PathEnds {
  const weights = new Map(papersOfTopic(map, topic).map((paper) => [paper, 0]));
  for (const { source, target, weight } of map.links) {
    const [first, second] = [weights.get(source), weights.get(target)];
    if (first === undefined || second === undefined) continue;
    weights.set(source, first + weight);
    weights.set(target, second + weight);
  }
  const most = Math.max(...weights.values()) || 1;
  return new Map(Array.from(weights, ([paper, weight]) => [paper, Math.max(LEAST_CENTRALITY, (weight / most) ** CENTRALITY_EXPONENT)]));
}

function mapPath({ papers, links }: LinkChain, labels: ReadonlyMap<string, string>): MapPath {
  const steps = links.map((link, step) => pathStep(link, papers[step] ?? '', labels));
  return { papers, steps, strength: links.reduce((product, { weight }) => product * weight, 1) };
}

function pathStep({ source, target, weight, concepts }: MapLink, start: string, labels: ReadonlyMap<string, string>): PathStep {
  const because = concepts.map(({ id, share, near }) => {
    const concept = start === source ? id : (near ?? id);
    return { id: concept, label: labels.get(concept) ?? concept, share };
  });
  return { source: start, target: start === source ? target : source, weight, because };
}
