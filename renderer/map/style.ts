import type { StylesheetJson } from 'cytoscape';
import { topicColour } from '../../shared/palette.ts';

/**
 * Cytoscape's style for a theme and places in the palette: papers are discs, concepts rounded squares, the topic gives the colour. All of it is
 * transparent: it takes the pointer and tells where things are, while the layers paint.
 */
export function mapStyle(theme: 'light' | 'dark', places: Iterable<number>): StylesheetJson {
  const colours = Array.from(places, (topic) => ({
    selector: `node[topic = ${topic}]`,
    style: { 'background-color': topicColour(topic, theme) },
  }));
  return [
    { selector: 'core', style: { 'active-bg-size': 0 } },
    {
      selector: 'node',
      style: { width: 'data(size)', height: 'data(size)', 'background-color': topicColour(null, theme), opacity: 0, 'overlay-opacity': 0 },
    },
    { selector: 'node[kind = "concept"]', style: { shape: 'round-rectangle' } },
    { selector: 'edge', style: { 'curve-style': 'haystack', 'haystack-radius': 0, width: 1, opacity: 0, events: 'no', 'overlay-opacity': 0 } },
    ...colours,
  ] as StylesheetJson;
}
