import { UndirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import { topicColour } from '../../../shared/palette.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { topicPlaces } from '../../../shared/topic-places.ts';

/** Attributes of a paper as Gephi shows them. */
export interface GraphPaper {
  label: string;
  year?: number;
  url?: string;
  topic: string;
  topicLabel: string;
  confidence: number;
  concepts: string;
  color: string;
  size: number;
  x: number;
  y: number;
}

/** Attributes of a link: its weight, and the concepts that make it, best first. */
export interface GraphLink {
  weight: number;
  concepts: string;
}

/** The papers of a map and their links as an undirected graphology graph, with labels, topics, colours and positions. y is turned to grow upwards, as graph programs have it. */
export function paperGraph(map: TopicMap): UndirectedGraph<GraphPaper, GraphLink> {
  const graph = new UndirectedGraph<GraphPaper, GraphLink>();
  const labels = new Map(map.concepts.map((concept) => [concept.id, concept.label]));
  const places = topicPlaces(map);
  const topics = new Map(map.topics.map(({ id, label }) => [id, { colour: places.get(id) ?? null, label }]));
  const named = (concepts: readonly { id: string }[]) => concepts.map(({ id }) => labels.get(id) ?? id).join('; ');
  for (const paper of map.papers) {
    const topic = paper.topic === null ? undefined : topics.get(paper.topic);
    graph.addNode(paper.id, {
      label: paper.title,
      ...(paper.year === undefined ? {} : { year: paper.year }),
      ...(paper.url === undefined ? {} : { url: paper.url }),
      topic: paper.topic ?? '',
      topicLabel: topic?.label ?? 'Unlinked',
      confidence: paper.confidence,
      concepts: named(paper.concepts),
      color: topicColour(topic?.colour ?? null, 'light'),
      size: 10,
      x: paper.x,
      y: -paper.y,
    });
  }
  for (const [position, link] of map.links.entries()) graph.addEdgeWithKey(`l${position + 1}`, link.source, link.target, { weight: link.weight, concepts: named(link.concepts) });
  return graph;
}

/** The papers of a map as GEXF 1.2 text, which Gephi and graphology-gexf read. Carries no date, so that the same map gives the same bytes. */
export function writeGexf(map: TopicMap): string {
  return write(paperGraph(map), {
    formatNode: (_, { label, color, size, x, y, ...attributes }) => ({ label, attributes, viz: { color, size, x, y } }),
    formatEdge: (_, { weight, concepts }) => ({ weight, attributes: { concepts } }),
    version: '1.2',
  });
}
