import { escapeXml } from '../../../shared/text.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { paperGraph } from './gexf.ts';

const NODE_KEYS = { label: 'string', year: 'int', url: 'string', topic: 'string', topicLabel: 'string', confidence: 'double', concepts: 'string', color: 'string', size: 'double', x: 'double', y: 'double' } as const;
const EDGE_KEYS = { weight: 'double', concepts: 'string' } as const;

function keys(domain: 'node' | 'edge', types: Record<string, string>): string {
  return Object.entries(types)
    .map(([name, type]) => `  <key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');
}

function data(domain: 'node' | 'edge', types: Record<string, string>, values: object): string {
  return Object.entries(values)
    .filter(([name]) => name in types)
    .map(([name, value]) => `<data key="${domain}-${name}">${escapeXml(String(value))}</data>`)
    .join('');
}

/** The papers of a map as GraphML text (http://graphml.graphdrawing.org), with typed attributes. graphology-graphml has a reader but no writer. */
export function writeGraphml(map: TopicMap): string {
  const graph = paperGraph(map);
  const nodes = graph.mapNodes((id, attributes) => `    <node id="${escapeXml(id)}">${data('node', NODE_KEYS, attributes)}</node>\n`);
  const edges = graph.mapEdges((_, attributes, source, target) => `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${data('edge', EDGE_KEYS, attributes)}</edge>\n`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    keys('node', NODE_KEYS),
    keys('edge', EDGE_KEYS),
    '  <graph id="papers" edgedefault="undirected">\n',
    ...nodes,
    ...edges,
    '  </graph>\n</graphml>\n',
  ].join('');
}
