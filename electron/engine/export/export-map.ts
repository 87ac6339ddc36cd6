import type { ExportFormat, FigureOptions, FileBytes } from '../../../shared/export-options.ts';
import type { EncodedFacts } from '../../../shared/encoding.ts';
import { drawFigure } from '../../../shared/figure.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { jsonPieces } from './json-pieces.ts';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  json: 'application/json',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
};

export interface ExportOptions {
  /** For png only: device pixels per CSS pixel. */
  scale: number;
  figure: FigureOptions;
  /** What figures need of papers beside the map, for some colours and sizes. */
  facts?: EncodedFacts;
}

/** A map as a file: figure (png, svg), topic map (json) or graph (gexf, graphml). Same map and options give the same bytes. */
export async function exportMap(format: ExportFormat, map: TopicMap, options: ExportOptions & { name?: string }): Promise<FileBytes> {
  const pieces = [...(await exportPieces(format, map, options))];
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : concatenated(pieces);
  return { name: `${options.name ?? 'map'}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}

/** The same bytes as exportMap gives, one after the other: a large topic map is made piece by piece while it is written. What a format needs is loaded only for it. */
export async function exportPieces(format: ExportFormat, map: TopicMap, { scale, figure, facts = null }: ExportOptions): Promise<Iterable<Uint8Array>> {
  const utf8 = (text: string) => [new TextEncoder().encode(text)];
  switch (format) {
    case 'png':
      return [await (await import('./raster.ts')).rasterise(drawFigure(map, figure, facts), scale)];
    case 'svg':
      return utf8(drawFigure(map, figure, facts));
    case 'json':
      return jsonPieces(map);
    case 'gexf':
      return utf8((await import('./gexf.ts')).writeGexf(map));
    case 'graphml':
      return utf8((await import('./graphml.ts')).writeGraphml(map));
  }
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const piece of pieces) {
    bytes.set(piece, start);
    start += piece.length;
  }
  return bytes;
}
