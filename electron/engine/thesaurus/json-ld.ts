import { JsonLdParser } from 'jsonld-streaming-parser';
import { AtlasError } from '../../../shared/failures.ts';
import type { SkippedRecord } from '../../../shared/paper.ts';
import type { Watch } from '../model.ts';
import { feed } from './feed.ts';
import { AMBIGUOUS_LABEL, SKOS, SKOS_XL, type QuadSink } from './skos.ts';

const NODES_AT_ONCE = 200;

const reference = (name: string) => ({ '@id': `${SKOS}${name}`, '@type': '@id' }) as const;
const labels = (name: string) => ({ '@id': name, '@container': '@language' }) as const;

/** SKOS’s names without prefix, for files that name no context or one of those below: language maps, and the usual words for identifier and type. */
const SKOS_CONTEXT = {
  skos: SKOS,
  skosxl: SKOS_XL,
  id: '@id',
  uri: '@id',
  type: '@type',
  Concept: `${SKOS}Concept`,
  ConceptScheme: `${SKOS}ConceptScheme`,
  prefLabel: labels(`${SKOS}prefLabel`),
  altLabel: labels(`${SKOS}altLabel`),
  hiddenLabel: labels(`${SKOS}hiddenLabel`),
  ambiguous: labels(AMBIGUOUS_LABEL),
  ambiguousLabel: labels(AMBIGUOUS_LABEL),
  broader: reference('broader'),
  narrower: reference('narrower'),
  related: reference('related'),
};

/** Addresses of contexts that mean the one above: W3C’s namespace and those of JSKOS and SkoHub. */
const KNOWN_CONTEXTS = /^https?:\/\/(?:www\.)?(?:w3\.org\/(?:2004\/02\/skos\/core|2009\/08\/skos-reference\/skos)|gbv\.github\.io\/jskos\/context|w3id\.org\/kim\/[\w./-]*context|skohub\.io\/[\w./-]*context)[\w./#-]*$/;

/**
 * Reads JSON-LD; names of SKOS without a context are understood as well. Contexts are never fetched.
 * @throws AtlasError thesaurus.context for a context that lies elsewhere, import.format for text that is no JSON.
 */
export async function readJsonLd(text: string, name: string, baseIRI: string, sink: QuadSink, watch: Watch): Promise<SkippedRecord[]> {
  const document = parseJson(text, name);
  let refused: string | null = null;
  const documentLoader = {
    load: (address: string) => {
      if (KNOWN_CONTEXTS.test(address)) return Promise.resolve({ '@context': SKOS_CONTEXT });
      refused = address;
      return Promise.reject(new Error('remote contexts are not fetched'));
    },
  };
  for (const batch of batchesOf(document)) {
    const error = await feed(new JsonLdParser({ baseIRI, context: SKOS_CONTEXT, documentLoader }), JSON.stringify(batch), sink, watch);
    if (refused !== null) throw new AtlasError('thesaurus.context', { file: name, address: refused });
    if (error) throw notReadable(name, error.message, error);
  }
  return [];
}

/** A document of many nodes as several of few, each with its context: the parser's time grows with the square of the nodes. */
function* batchesOf(document: unknown): Generator {
  const { '@graph': graph, ...rest } = isRecord(document) ? document : { '@graph': document };
  if (!Array.isArray(graph)) {
    yield document;
    return;
  }
  const context = '@context' in rest ? { '@context': rest['@context'] } : {};
  if (Object.keys(rest).some((key) => key !== '@context')) yield rest;
  for (let start = 0; start < graph.length; start += NODES_AT_ONCE) yield { ...context, '@graph': graph.slice(start, start + NODES_AT_ONCE) as unknown[] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notReadable(file: string, problem: string, cause: unknown): AtlasError {
  return new AtlasError('import.format', { file, format: 'SKOS JSON-LD', problem }, { cause });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    const place = position === undefined || message.includes('line') ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`;
    throw notReadable(name, message + place, error);
  }
}
