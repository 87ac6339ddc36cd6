import type { StylesheetJson } from 'cytoscape';
import { MAP_COLOURS, topicColour } from '../../shared/palette.ts';

/** Cytoscape's style of nodes for a theme: papers are discs, concepts rounded squares, the topic gives the colour. */
export function mapStyle(theme: 'light' | 'dark', topics: number): StylesheetJson {
  const colours = Array.from({ length: topics }, (_, topic) => ({
    selector: `node[topic = ${topic}]`,
    style: { 'background-color': topicColour(topic, theme) },
  }));
  return [
    { selector: 'core', style: { 'active-bg-opacity': 0, 'selection-box-opacity': 0 } },
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': topicColour(null, theme),
        'border-width': 0.8,
        'border-color': MAP_COLOURS[theme].ground,
        'overlay-opacity': 0,
      },
    },
    { selector: 'node[kind = "concept"]', style: { shape: 'round-rectangle' } },
    ...colours,
  ] as StylesheetJson;
}
