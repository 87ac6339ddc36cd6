import { describe, expect, test } from 'vitest';
import { PLAIN_SCENE, type GraphScene } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { conceptStage } from '../../../shared/concept-budget.ts';
import { figureOptionsSchema } from '../../../shared/export-options.ts';
import { drawFigure } from '../../../shared/figure.ts';
import { LINE_HEIGHT } from '../../../shared/label-text.ts';
import { zoomedCamera } from '../../../shared/picture/camera.ts';
import { fitCamera, type Camera } from '../../../shared/picture/camera.ts';
import { BASELINE } from '../../../shared/picture/label-look.ts';
import { DensityPainter } from '../../../shared/picture/paint-density.ts';
import { paintLifted, paintLower, paintRings } from '../../../shared/picture/paint-picture.ts';
import { STAR_COLOUR } from '../../../shared/star.ts';
import { SvgPen } from '../../../shared/svg-pen.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { withSubtopics } from '../../support/planted-subtopics.ts';

const SIZE = { width: 860, height: 780 };
/** The figure's margins on both sides. */
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

/** What the screen shows of a map, so many times nearer than fitted, and a figure of just that. */
function screenAndFigure(map: TopicMap, scene: Partial<GraphScene>, zoomedIn: number, print = 1) {
  const whole: GraphScene = { ...PLAIN_SCENE, map, ...scene };
  const first = new MapState(whole, null);
  const fitted = fitCamera(first.grounds.box!, SIZE.width, SIZE.height);
  const camera = zoomedCamera(fitted, fitted.zoom * zoomedIn, SIZE.width / 2, SIZE.height / 2);
  const state = new MapState(whole, first, whole.view === 'papers' ? 0 : conceptStage(camera.zoom, fitted.zoom));
  state.plan(camera);
  const { zoom, panX, panY, width, height } = camera;
  const window = { x: -panX / zoom, y: -panY / zoom, width: width / zoom, height: height / zoom };
  const { view, selection, matches, path, starred, hiddenTopics, theme, look } = whole;
  const options = figureOptionsSchema.parse({ view, selection, matches: matches && [...matches], path, starred: [...starred], hiddenTopics: [...hiddenTopics], theme, ...look, detail: 'as-on-screen', window, zoom, legend: false, width: (SIZE.width + MARGINS) * print });
  const onScreen = state.labels.flatMap((label): (Line & { role: string })[] => {
    let top = label.anchorY * zoom + panY + label.offsetY;
    return label.lines.map(({ text, fontSize }) => {
      top += fontSize * LINE_HEIGHT;
      return { text, role: label.role, x: label.anchorX * zoom + panX + label.offsetX + label.width / 2, y: top - fontSize * (LINE_HEIGHT - BASELINE) };
    });
  });
  return { svg: drawFigure(map, options), onScreen, painted: paintedByScreen(state, camera), detail: state.grounds.detail(camera) };
}

/** What the screen's sheets are painted with, written as SVG. */
function paintedByScreen(state: MapState, camera: Camera): { lower: string; upper: string } {
  const { graph, grounds, scene, emphasis, selected, starred, starredTopics } = state;
  const picture = { graph, grounds, detail: grounds.detail(camera), links: state.restingLinks(camera), theme: scene.theme, tint: state.tint, backdrop: scene.look.backdrop, isShaded: state.isShaded, rims: 'large' as const, emphasis, selected, pinned: [], starred, starredTopics };
  const lower = new SvgPen();
  paintLower(lower, picture, camera, new DensityPainter());
  const upper = new SvgPen();
  paintLifted(upper, picture, camera, 1);
  paintRings(upper, picture, camera);
  return { lower: lower.svg(), upper: upper.svg() };
}

const isAt = (line: Line, other: Line) => line.text === other.text && Math.abs(line.x - other.x) < 0.2 && Math.abs(line.y - other.y) < 0.2;

const small = plantedMap(56);
const large = withSubtopics(plantedMap(2000), 't0');
const paper = small.papers[10]!.id;
const chain = [small.links[0]!.source, small.links[0]!.target];

describe('a figure of what the screen shows', () => {
  test.each([
    { what: 'a small map', map: small, zoomedIn: 1, scene: {} },
    { what: 'a small map, nearer', map: small, zoomedIn: 1.2, scene: {} },
    { what: 'concepts', map: small, zoomedIn: 1, scene: { view: 'concepts' } },
    { what: 'papers and concepts', map: small, zoomedIn: 1, scene: { view: 'both' } },
    { what: 'many concepts, near', map: large, zoomedIn: 3.4, scene: { view: 'both' } },
    { what: 'the overview', map: large, zoomedIn: 1, scene: {} },
    { what: 'the overview in dark', map: large, zoomedIn: 1, scene: { theme: 'dark' } },
    { what: 'bubbles that fade out', map: large, zoomedIn: 1.25, scene: {} },
    { what: 'sub-topics', map: large, zoomedIn: 1.5, scene: {} },
    { what: 'papers of a large map, near', map: large, zoomedIn: 4, scene: {} },
    { what: 'a selected paper with those around it', map: small, zoomedIn: 1, scene: { selection: { kind: 'paper', id: paper } } },
    { what: 'a topic in the overview', map: large, zoomedIn: 1, scene: { selection: { kind: 'topic', id: 't2' }, focusedTopic: 't2' } },
    { what: 'what a filter leaves', map: small, zoomedIn: 1, scene: { matches: new Set(small.papers.slice(0, 9).map(({ id }) => id)) } },
    { what: 'what a filter leaves, in the overview', map: large, zoomedIn: 1, scene: { matches: new Set(large.papers.slice(0, 40).map(({ id }) => id)) } },
    { what: 'a path', map: small, zoomedIn: 1, scene: { selection: { kind: 'path', from: { kind: 'paper', id: chain[0]! }, to: { kind: 'paper', id: chain[1]! }, choice: 0 }, path: chain } },
    { what: 'years over density', map: large, zoomedIn: 1, scene: { look: { colourBy: 'year', colourConcept: null, sizeBy: 'concepts', backdrop: 'density' } } },
    { what: 'a hidden topic and stars', map: small, zoomedIn: 1, scene: { hiddenTopics: new Set(['t1']), starred: [{ kind: 'paper', id: paper }, { kind: 'topic', id: 't0' }] } },
    { what: 'stars in the overview', map: large, zoomedIn: 1, scene: { starred: [{ kind: 'topic', id: 't0' }, { kind: 'paper', id: large.papers[5]!.id }] } },
  ] satisfies { what: string; map: TopicMap; zoomedIn: number; scene: Partial<GraphScene> }[])('is painted, named and titled just as the screen: $what', ({ map, zoomedIn, scene }) => {
    const { svg, onScreen, painted } = screenAndFigure(map, scene, zoomedIn);
    expect(svg).toContain(painted.lower);
    expect(svg).toContain(painted.upper);
    expect(painted.lower.length).toBeGreaterThan(1000);
    const drawn = linesOf(svg);
    expect(onScreen.length).toBeGreaterThan(4);
    expect(onScreen.filter((line) => !drawn.some((other) => isAt(other, line)))).toEqual([]);
    expect(drawn).toHaveLength(onScreen.length);
  });

  test('in a larger print nothing moves but in size', () => {
    const once = screenAndFigure(small, {}, 1).svg;
    const twice = screenAndFigure(small, {}, 1, 2).svg;
    expect(once).toContain('width="908" height="828" viewBox="0 0 908 828"');
    expect(twice).toContain('width="1816" height="1656" viewBox="0 0 908 828"');
    expect(twice.slice(twice.indexOf('viewBox'))).toBe(once.slice(once.indexOf('viewBox')));
  });

  test('of the overview is bubbles with names and numbers of papers: no paper is a shape of its own, none has its title', () => {
    const { svg, detail } = screenAndFigure(large, {}, 1);
    expect(detail.topics).toBe(1);
    const topics = large.topics.filter(({ parent }) => parent === undefined);
    expect(svg.match(/<circle /g)).toHaveLength(topics.length);
    const texts = linesOf(svg).map(({ text }) => text);
    for (const { papers } of topics) expect(texts).toContain(String(papers));
    expect(large.papers.filter(({ title }) => texts.includes(title.slice(0, 20)))).toEqual([]);
  });

  test('of sub-topics has their names and outlines, and no bubbles', () => {
    const { svg, detail } = screenAndFigure(large, {}, 1.7);
    expect(detail).toMatchObject({ topics: 0, subtopics: 1 });
    const texts = linesOf(svg).map(({ text }) => text);
    for (const name of ['Northern part', 'Eastern part', 'Western part']) expect(texts).toContain(name);
    expect(svg.match(/<path d="M[^"]+Z" fill="none" stroke="#[0-9a-f]{6}" stroke-width="1" opacity="0.42"/g)).toHaveLength(3);
  });
});

test('a figure has a star for each paper and topic that has one', () => {
  const svg = drawFigure(small, figureOptionsSchema.parse({ legend: false, starred: [{ kind: 'paper', id: paper }, { kind: 'topic', id: 't0' }, { kind: 'paper', id: 'gone' }] }));
  expect(svg.match(new RegExp(`fill="${STAR_COLOUR.light}"`, 'g'))).toHaveLength(2);
  expect(drawFigure(small, figureOptionsSchema.parse({}))).not.toContain(STAR_COLOUR.light);
});
