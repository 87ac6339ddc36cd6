import { MultiUndirectedGraph, UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS, figureOptionsSchema } from '../../../shared/export-options.ts';
import { exportMap } from '../../../electron/engine/export/export-map.ts';
import { jsonPieces } from '../../../electron/engine/export/json-pieces.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const figure = figureOptionsSchema.parse({});
const make = (format: (typeof EXPORT_FORMATS)[number], scale = 1) => exportMap(format, tinyMap(), { scale, figure });
const text = async (format: (typeof EXPORT_FORMATS)[number]) => new TextDecoder().decode((await make(format)).bytes);

test.for(EXPORT_FORMATS)('%s gives the same bytes twice', async (format) => {
  expect(Buffer.compare((await make(format)).bytes, (await make(format)).bytes)).toBe(0);
});

test('the GEXF loads in graphology-gexf with papers, links, labels and weights', async () => {
  const graph = gexf.parse(UndirectedGraph, await text('gexf'));
  expect([graph.order, graph.size]).toEqual([5, 3]);
  expect(graph.getNodeAttribute('p1', 'label')).toBe('Low-rank adapters & their initialization');
  expect(graph.getEdgeAttribute(graph.edge('p1', 'p2'), 'weight')).toBe(0.8);
});

test('the GraphML loads in graphology-graphml with papers, links and typed attributes', async () => {
  const graph = graphml.parse(MultiUndirectedGraph, await text('graphml'));
  expect([graph.order, graph.size]).toEqual([5, 3]);
  expect(graph.getNodeAttribute('p3', 'year')).toBe(2024);
  expect(graph.getNodeAttribute('p2', 'label')).toBe('A <second> paper about "LoRA"');
});

test('the JSON is the topic map itself', async () => {
  expect(JSON.parse(await text('json'))).toEqual(tinyMap());
});

test.for([1, 2, 4])('a PNG at %d× has that many pixels a CSS pixel', async (scale) => {
  const image = await loadImage(Buffer.from((await make('png', scale)).bytes));
  expect([image.width, image.height]).toEqual([1600 * scale, 1000 * scale]);
});

test('pieces of JSON are together what JSON.stringify gives and a line end, however long the lists', () => {
  const long = Array.from({ length: 4_500 }, (_, place) => ({ id: `p${place}`, title: place % 7 === 0 ? 'naïve “λ” 😀' : 'plain', year: place % 2 === 0 ? undefined : place / 3 }));
  const values: object[] = [{ long, none: [], left: undefined, nested: { long }, text: 'x', number: -0 }, { first: 1, long }, {}, { long }, tinyMap()];
  for (const value of values) expect(Buffer.concat([...jsonPieces(value)]).toString()).toBe(`${JSON.stringify(value)}\n`);
});
