import type { ExportFormat, FigureOptions, FileBytes } from '../../../shared/contract.ts';
import { drawFigure } from '../../../shared/figure.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { rasterise } from './raster.ts';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  json: 'application/json',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
};

/**
 * A map as a file: figure (png, svg), topic map (json) or graph (gexf, graphml).
 * `scale` counts for png only: device pixels per CSS pixel. Same map and options give the same bytes.
 */
export async function exportMap(format: ExportFormat, map: TopicMap, options: { scale: number; figure: FigureOptions; name?: string }): Promise<FileBytes> {
  const bytes = await bytesOf(format, map, options.scale, options.figure);
  return { name: `${options.name ?? 'map'}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}

async function bytesOf(format: ExportFormat, map: TopicMap, scale: number, figure: FigureOptions): Promise<Uint8Array> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  switch (format) {
    case 'png':
      return rasterise(drawFigure(map, figure), figure.width, figure.height, scale);
    case 'svg':
      return utf8(drawFigure(map, figure));
    case 'json':
      return utf8(`${JSON.stringify(map)}\n`);
    case 'gexf':
      return utf8(writeGexf(map));
    case 'graphml':
      return utf8(writeGraphml(map));
  }
}
