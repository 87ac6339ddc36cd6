import type { NodeSingular, StylesheetJson } from 'cytoscape';
import { topicColour } from '../../shared/palette.ts';

/**
 * Cytoscape's style for a theme: papers are discs, concepts rounded squares, the topic gives the colour, whatever map is shown. All of it
 * is transparent: it takes the pointer and tells where things are, while the layers paint.
 */
export function mapStyle(theme: 'light' | 'dark'): StylesheetJson {
  const colourOf = (node: NodeSingular) => {
    const place: unknown = node.data('topic');
    return topicColour(typeof place === 'number' && place >= 0 ? place : null, theme);
  };
  return [
    { selector: 'core', style: { 'active-bg-size': 0 } },
    { selector: 'node', style: { width: 'data(size)', height: 'data(size)', 'background-color': colourOf, opacity: 0, 'overlay-opacity': 0 } },
    { selector: 'node[kind = "concept"]', style: { shape: 'round-rectangle' } },
    { selector: 'edge', style: { 'curve-style': 'haystack', 'haystack-radius': 0, width: 1, opacity: 0, events: 'no', 'overlay-opacity': 0 } },
  ] as StylesheetJson;
}
