import { expect, test } from 'vitest';
import { figureOptionsSchema } from '../../../shared/contract.ts';
import { drawFigure } from '../../../shared/figure.ts';
import { topicColour } from '../../../shared/palette.ts';
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
