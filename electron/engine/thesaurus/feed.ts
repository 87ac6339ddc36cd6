import type { Quad } from '@rdfjs/types';
import type { Watch } from '../model.ts';
import type { QuadSink } from './skos.ts';

/** A streaming parser of the RDF/JS family, as far as it is used here. */
interface QuadStream {
  on(event: 'data', listener: (quad: Quad) => void): unknown;
  once(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(piece: string, encoding: 'utf8', taken: () => void): unknown;
  end(): unknown;
}

const CHUNK_CHARACTERS = 1 << 16;

/** Sends a text through a streaming parser, piece by piece. Gives the parser's error, or null; throws what `watch` throws. */
export async function feed(parser: QuadStream, text: string, sink: QuadSink, watch: Watch): Promise<Error | null> {
  const ended = new Promise<Error | null>((resolve) => {
    parser.on('data', (quad: Quad) => sink(quad));
    parser.once('end', () => resolve(null));
    // Some parsers fail more than once.
    parser.on('error', (error: Error) => resolve(error));
  });
  for (let start = 0; start < text.length; start += CHUNK_CHARACTERS) {
    watch.check();
    const error = await Promise.race([write(parser, text.slice(start, start + CHUNK_CHARACTERS)), ended]);
    if (error) return error;
  }
  parser.end();
  return ended;
}

/** Writes one piece; resolves when it is taken in. */
function write(parser: QuadStream, piece: string): Promise<null> {
  return new Promise((resolve) => parser.write(piece, 'utf8', () => resolve(null)));
}
