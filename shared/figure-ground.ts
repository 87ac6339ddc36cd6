import type { FigureOptions } from './export-options.ts';
import { densityLevels } from './density.ts';
import type { FigureScene } from './figure-scene.ts';
import type { Point } from './hull.ts';
import { DENSITY_COLOURS, MAP_COLOURS, topicColour } from './palette.ts';
import type { TopicMap } from './topic-map.ts';
import { topicPlaces } from './topic-places.ts';

/** Width of the Gaussian of densities, in pixels. */
const DENSITY_BANDWIDTH = 22;

/** What lies beneath the nodes of a figure, as SVG text: the grounds of topics, which hug their papers, or how dense the papers are. */
export function figureGround(map: TopicMap, { nodes, grounds, camera: { zoom, panX, panY } }: FigureScene, options: FigureOptions): string {
  if (options.backdrop === 'density') {
    const colour = DENSITY_COLOURS[options.theme];
    return densityLevels(nodes, DENSITY_BANDWIDTH).map(({ rings }) => `<path d="${ringsPath(rings)}" fill="${colour}" fill-rule="evenodd" opacity="0.08"/>\n`).join('');
  }
  const { faint } = MAP_COLOURS[options.theme];
  const places = topicPlaces(map);
  return grounds.rings
    .map((own, topic) => {
      if (own.length === 0) return '';
      const colour = options.colourBy === 'topic' ? topicColour(places.get(map.topics[topic]?.id ?? '') ?? null, options.theme) : faint;
      const onFigure = own.map((ring) => ring.map(({ x, y }) => ({ x: x * zoom + panX, y: y * zoom + panY })));
      return `<path d="${ringsPath(onFigure)}" fill="${colour}" fill-rule="evenodd" opacity="0.11"/>\n`;
    })
    .join('');
}

function ringsPath(rings: readonly (readonly Point[])[]): string {
  return rings.map((ring) => `${ring.map(({ x, y }, corner) => `${corner === 0 ? 'M' : 'L'}${pixel(x)} ${pixel(y)}`).join('')}Z`).join('');
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
