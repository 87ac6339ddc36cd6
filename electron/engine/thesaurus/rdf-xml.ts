import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { SkippedRecord } from '../../../shared/paper.ts';
import type { Watch } from '../model.ts';
import { feed } from './feed.ts';
import type { QuadSink } from './skos.ts';

/** Reads RDF/XML. XML that breaks off can't be read beyond that: what came before it counts, and the place is given as skipped. */
export async function readRdfXml(text: string, baseIRI: string, sink: QuadSink, watch: Watch): Promise<SkippedRecord[]> {
  const parser = new RdfXmlParser({ baseIRI, trackPosition: true, allowDuplicateRdfIds: true, validateUri: false });
  const error = await feed(parser, text, sink, watch);
  if (!error) return [];
  const [, line = '1'] = /(?:^|line[ :]*)(\d+)(?::\d+)?/i.exec(error.message) ?? [];
  return [{ line: Number(line), reason: `the rest was not read: ${error.message.split('\n')[0] ?? ''}` }];
}
