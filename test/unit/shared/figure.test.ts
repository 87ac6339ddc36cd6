import { expect, test } from 'vitest';
import { figureOptionsSchema } from '../../../shared/export-options.ts';
import { drawFigure } from '../../../shared/figure.ts';
import { sequenceColour, topicColour } from '../../../shared/palette.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const draw = (options: Parameters<typeof figureOptionsSchema.parse>[0] = {}) => drawFigure(tinyMap(), figureOptionsSchema.parse(options));
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

test('the figure of papers has a disc for each paper and one for each topic in the legend', () => {
  expect(count(draw(), /<circle /g)).toBe(5 + 2);
});

test('a hidden topic is drawn neither on the map nor in the legend', () => {
  const svg = draw({ hiddenTopics: ['t2'] });
  expect(count(svg, /<circle /g)).toBe(3 + 1);
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
  expect(draw({ backdrop: 'density' })).toContain('opacity="0.08"');
  expect(draw()).not.toContain('opacity="0.08"');
});

test('sizes by citations come from the facts', () => {
  const facts = new Map([['p1', { source: 'a.bib', citations: 900 }], ['p2', { source: 'a.bib', citations: 1 }]]);
  const radii = (svg: string) => [...svg.matchAll(/<circle [^>]*r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
  const drawn = (known: typeof facts | null) => new Set(radii(drawFigure(tinyMap(), figureOptionsSchema.parse({ sizeBy: 'citations', legend: false, width: 300, height: 220 }), known)));
  expect(drawn(facts).size).toBe(3);
  expect(drawn(null).size).toBe(1);
});
