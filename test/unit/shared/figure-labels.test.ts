import { describe, expect, test } from 'vitest';
import { PLAIN_SCENE } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { figureOptionsSchema } from '../../../shared/export-options.ts';
import { drawFigure } from '../../../shared/figure.ts';
import { LINE_HEIGHT } from '../../../shared/label-text.ts';
import { fitCamera, zoomedCamera } from '../../../shared/picture/camera.ts';
import type { View } from '../../../shared/settings.ts';
import { STAR_COLOUR } from '../../../shared/star.ts';
import { plantedMap } from '../../support/planted-map.ts';

const SIZE = { width: 860, height: 780 };
/** The figure's margins. */
const MARGINS = 48;

interface Line {
  text: string;
  x: number;
  y: number;
}

/** The lines of text of a figure, where they are in pixels of the screen that it prints; halos left out. */
function linesOf(svg: string): Line[] {
  const labels = svg.match(/<text text-anchor="middle" fill="#[^]*?<\/text>/g) ?? [];
  return labels.flatMap((label) => [...label.matchAll(/<tspan x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)</g)].map(([, x, y, text = '']) => ({ text, x: Number(x), y: Number(y) })));
}

/** What the screen shows of a planted map and a figure of just that. */
function screenAndFigure(papers: number, view: View, zoomedIn: number, print = 1) {
  const map = plantedMap(papers);
  const state = new MapState({ ...PLAIN_SCENE, map, view }, null);
  const fitted = fitCamera(state.grounds.box!, SIZE.width, SIZE.height);
  const camera = zoomedCamera(fitted, fitted.zoom * zoomedIn, SIZE.width / 2, SIZE.height / 2);
  state.plan(camera);
  const { zoom, panX, panY, width, height } = camera;
  const window = { x: -panX / zoom, y: -panY / zoom, width: width / zoom, height: height / zoom };
  const svg = drawFigure(map, figureOptionsSchema.parse({ view, window, zoom, legend: false, width: SIZE.width * print + MARGINS, height: SIZE.height * print + MARGINS }));
  const onScreen = state.labels.flatMap((label): (Line & { role: string })[] => {
    let bottom = label.anchorY * zoom + panY + label.offsetY;
    return label.lines.map(({ text, fontSize }) => {
      bottom += fontSize * LINE_HEIGHT;
      return { text, role: label.role, x: label.anchorX * zoom + panX + label.offsetX + label.width / 2, y: bottom - fontSize * 0.27 };
    });
  });
  return { svg, onScreen };
}

const isAt = (line: Line, other: Line) => line.text === other.text && Math.abs(line.x - other.x) < 0.2 && Math.abs(line.y - other.y) < 0.2;

describe('a figure of what the screen shows', () => {
  test.each([
    { papers: 56, view: 'papers', zoomedIn: 1 },
    { papers: 56, view: 'papers', zoomedIn: 1.2 },
    { papers: 56, view: 'concepts', zoomedIn: 1 },
    { papers: 56, view: 'both', zoomedIn: 1 },
    { papers: 300, view: 'papers', zoomedIn: 1 },
  ] as const)('has the names of topics just where the screen has them: %o', ({ papers, view, zoomedIn }) => {
    const { svg, onScreen } = screenAndFigure(papers, view, zoomedIn);
    const names = onScreen.filter(({ role }) => role === 'topic');
    expect(names.length).toBeGreaterThan(4);
    const drawn = linesOf(svg);
    expect(names.filter((name) => !drawn.some((line) => isAt(line, name)))).toEqual([]);
  });

  test.each(['papers', 'concepts'] as const)('has the same titles as the screen, in the view of %s', (view) => {
    const { svg, onScreen } = screenAndFigure(56, view, 1);
    const drawn = linesOf(svg);
    expect(onScreen.length).toBeGreaterThan(10);
    expect(onScreen.filter((line) => !drawn.some((other) => isAt(other, line)))).toEqual([]);
    expect(drawn).toHaveLength(onScreen.length);
  });

  test('in a larger print nothing moves but in size', () => {
    const { svg, onScreen } = screenAndFigure(56, 'papers', 1, 2);
    expect(svg).toContain('scale(2)');
    const drawn = linesOf(svg);
    expect(onScreen.filter((line) => !drawn.some((other) => isAt(other, line)))).toEqual([]);
  });

  test('has a star for each paper and topic that has one', () => {
    const map = plantedMap(56);
    const svg = drawFigure(map, figureOptionsSchema.parse({ starred: [{ kind: 'paper', id: map.papers[0]!.id }, { kind: 'topic', id: map.topics[0]!.id }, { kind: 'paper', id: 'gone' }] }));
    expect(svg.match(new RegExp(`<polygon [^>]*fill="${STAR_COLOUR.light}"`, 'g'))).toHaveLength(2);
    expect(drawFigure(map, figureOptionsSchema.parse({}))).not.toContain('<polygon');
  });
});
