import { describe, expect, test } from 'vitest';
import { figureOptionsSchema } from '../../../shared/export-options.ts';
import { drawFigure } from '../../../shared/figure.ts';
import { sequenceColour, topicColour } from '../../../shared/palette.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const draw = (options: Parameters<typeof figureOptionsSchema.parse>[0] = {}) => drawFigure(tinyMap(), figureOptionsSchema.parse(options));
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

/** Discs in the legend that tell how large papers are by how many links. */
const SIZES = 2;

test('the figure of papers has a disc for each paper, and in the legend one for each topic and each size', () => {
  expect(count(draw(), /<circle /g)).toBe(5 + 2 + SIZES);
  expect(draw()).toContain('>Size: links<');
  expect(count(draw({ legend: false }), /<circle /g)).toBe(5);
});

test('a hidden topic is drawn neither on the map nor in the legend', () => {
  const svg = draw({ hiddenTopics: ['t2'] });
  expect(count(svg, /<circle /g)).toBe(3 + 1 + SIZES);
  expect(svg).not.toContain('Pruning · sparsity');
});

test('concepts are squares, and the view of both has papers and concepts', () => {
  expect(count(draw({ view: 'concepts' }), /<rect [^>]*rx=/g)).toBe(3);
  expect(count(draw({ view: 'both', legend: false }), /<circle /g)).toBe(5);
});

test('markup in titles is escaped', () => {
  const svg = draw({ title: 'A < B & "C"' });
  expect(svg).toContain('A &lt; B &amp; &quot;C&quot;');
  expect(svg).not.toContain('A <second>');
});

test('a long title takes as many lines as it needs, up to three, and the picture begins beneath it', () => {
  const lines = (svg: string) => [...svg.matchAll(/<text x="24" y="[\d.]+" font-size="22" font-weight="600"[^>]*>([^<]*)</g)].map(([, text = '']) => text);
  const long = 'What the papers on low-rank adapters, pruning and quantization of large language models have in common';
  expect(lines(draw({ title: 'Short' }))).toEqual(['Short']);
  const drawn = draw({ title: long, width: 600 });
  expect(lines(drawn).length).toBeGreaterThan(1);
  expect(lines(drawn).join(' ')).toBe(long);
  const topOf = (svg: string) => Number(/<g transform="translate\(24 ([\d.]+)\)">/.exec(svg)?.[1]);
  expect(topOf(drawn)).toBe(topOf(draw({ title: 'Short', width: 600 })) + 28 * (lines(drawn).length - 1));
  expect(lines(draw({ title: `${long} ${long}`, width: 400 }))).toHaveLength(3);
});

test('dark and light figures use their own colours of topics', () => {
  expect(draw()).toContain(topicColour(0, 'light'));
  expect(draw({ theme: 'dark' })).toContain(topicColour(0, 'dark'));
});

test('the same map and options give the same bytes', () => {
  expect(draw({ title: 'Twice' })).toBe(draw({ title: 'Twice' }));
});

test('a figure coloured by year has a scale with the years instead of the topics', () => {
  const map = tinyMap();
  for (const [place, paper] of map.papers.entries()) paper.year = 2000 + 5 * place;
  const svg = drawFigure(map, figureOptionsSchema.parse({ colourBy: 'year' }));
  expect(svg).toContain('>Year<');
  expect(svg).toContain('>2000<');
  expect(svg).toContain('>2020<');
  expect(svg).toContain(sequenceColour(1, 'light'));
  expect(svg).not.toContain('>LoRA · initialization');
});

test('a figure of density has levels in place of topics’ grounds', () => {
  expect(draw({ backdrop: 'density' })).toContain('opacity="0.075"');
  expect(draw({ backdrop: 'density' })).not.toContain('opacity="0.1"');
  expect(draw()).toContain('opacity="0.1"');
});

test('sizes by citations come from the facts', () => {
  const facts = new Map([['p1', { source: 'a.bib', citations: 900 }], ['p2', { source: 'a.bib', citations: 1 }]]);
  const radii = (svg: string) => [...svg.matchAll(/<circle [^>]*r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
  const drawn = (known: typeof facts | null) => new Set(radii(drawFigure(tinyMap(), figureOptionsSchema.parse({ sizeBy: 'citations', legend: false, width: 300, height: 220 }), known)));
  expect(drawn(facts).size).toBe(3);
  expect(drawn(null).size).toBe(1);
});

describe('the legend of a figure', () => {
  const starred = [{ kind: 'paper', id: 'p1' }, { kind: 'topic', id: 't2' }] as const;
  const words = (svg: string) => svg.slice(svg.lastIndexOf('<g transform')).replace(/<[^>]*>/g, '|');

  test('names the star, and how many of them are drawn, only where there is one', () => {
    expect(words(draw({ starred: [...starred] }))).toMatch(/Starred\|+2\|/);
    expect(words(draw({ starred: [...starred], hiddenTopics: ['t2'] }))).toMatch(/Starred\|+1\|/);
    expect(words(draw())).not.toContain('Starred');
  });

  test('says how many papers of all are in sight in a figure of a part of the map', () => {
    const [first] = tinyMap().papers;
    const window = { x: first!.x - 1, y: first!.y - 1, width: 2, height: 2 };
    expect(words(draw({ window, zoom: 200 }))).toContain('1 of 5 papers · 1 topic · lines join papers that share concepts');
    expect(words(draw())).toContain('5 papers · 2 topics · 1 unlinked · lines join papers that share concepts');
  });

  test('says what lines join in each view, and what bubbles are', () => {
    expect(words(draw({ view: 'concepts' }))).toContain('lines join concepts that papers have in common');
    expect(words(draw({ view: 'both' }))).toContain('lines lead from papers (discs) to their concepts (squares)');
    const overview = words(drawFigure(plantedMap(500), figureOptionsSchema.parse({ detail: 'as-on-screen' })));
    expect(overview).toContain('bubbles are as large as topics have papers');
    expect(overview).not.toContain('Size:');
    expect(words(drawFigure(plantedMap(2000), figureOptionsSchema.parse({ width: 500, height: 400 })))).not.toContain('Size:');
  });

  test('says how many papers a filter leaves, and what the ground of density is', () => {
    const svg = draw({ matches: ['p1', 'p3', 'gone'], backdrop: 'density', detail: 'as-on-screen' });
    expect(words(svg)).toContain('2 papers stand out · the ground tells how dense papers are');
    expect(words(draw())).not.toMatch(/stand out|dense/);
  });

  test('is set in fewer columns where names would be cut else', () => {
    const map = tinyMap();
    map.topics[0]!.label = 'Initialization of low-rank adapters for large pretrained language models';
    const wide = drawFigure(map, figureOptionsSchema.parse({ width: 800 }));
    expect(words(wide)).toContain(`${map.topics[0]!.label}| `);
    expect(wide).toMatch(new RegExp(`<text x="18" y="50"[^>]*>${map.topics[1]!.label}`));
  });

  test('names the ends of a scale as the map’s own legend does, and the papers that it says nothing of', () => {
    const map = tinyMap();
    const svg = drawFigure(map, figureOptionsSchema.parse({ colourBy: 'concept', colourConcept: map.concepts[0]!.id }));
    expect(words(svg)).toContain(`How much about “${map.concepts[0]!.label}”`);
    expect(words(svg)).toContain('In passing');
    expect(words(svg)).toMatch(/Does not mention it \d/);
    const narrow = drawFigure(map, figureOptionsSchema.parse({ colourBy: 'concept', colourConcept: map.concepts[0]!.id, width: 360 }));
    expect(narrow).toMatch(/<text x="16" [^>]*>Does not mention it \d/);
    for (const [, x] of narrow.slice(narrow.lastIndexOf('<g transform')).matchAll(/<text x="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(312);
  });
});

test('of a map of 500 papers every paper is drawn unless the figure is to be as on the screen', () => {
  const map = plantedMap(500);
  const discs = (detail: 'every-paper' | 'as-on-screen') => count(drawFigure(map, figureOptionsSchema.parse({ detail, legend: false })), /<circle /g);
  expect(discs('every-paper')).toBe(500);
  expect(discs('as-on-screen')).toBe(map.topics.length);
});
