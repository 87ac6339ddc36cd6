import type { CorrectionFormat } from '../../../shared/export-options.ts';
import { AMBIGUOUS_LABEL, IGNORED_LABEL, SKOS } from '../thesaurus/skos.ts';
import type { CorrectedThesaurus } from './corrected-thesaurus.ts';

/** How the file of a format is saved. */
export const CORRECTION_FILES: Record<CorrectionFormat, { ending: string; mediaType: string }> = {
  vosviewer: { ending: 'txt', mediaType: 'text/tab-separated-values' },
  csv: { ending: 'csv', mediaType: 'text/csv' },
  'skos-turtle': { ending: 'ttl', mediaType: 'text/turtle' },
};

/**
 * A thesaurus as text that every reader of its format takes, this program's too. A VOSviewer thesaurus, and the same as CSV, say of each wording what stands in its place: nothing
 * for what is no concept. SKOS names concepts with their other labels; what it has no words for, it says in this program's own.
 */
export async function writeThesaurus(thesaurus: CorrectedThesaurus, format: CorrectionFormat): Promise<string> {
  if (format === 'skos-turtle') return writeTurtle(thesaurus);
  const rows = [['label', 'replace by'], ...replacements(thesaurus)];
  const line = format === 'csv' ? (cells: string[]) => cells.map(csvCell).join(',') : (cells: string[]) => cells.map(tabCell).join('\t');
  return `${rows.map(line).join('\n')}\n`;
}

/** Wordings that several concepts have are left to the text: a table can't say what they stand for. */
function replacements({ concepts, ignored }: CorrectedThesaurus): [string, string][] {
  const rows = concepts.flatMap(({ label, aliases }): [string, string][] => [label, ...aliases].map((wording) => [wording, label]));
  return [...rows, ...ignored.map((label): [string, string] => [label, ''])];
}

function tabCell(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const BASE = 'urn:concept-atlas:corrections';

async function writeTurtle({ concepts, ignored }: CorrectedThesaurus): Promise<string> {
  const { DataFactory, Writer } = await import('n3');
  const writer = new Writer({ prefixes: { skos: SKOS } });
  const add = (subject: string, predicate: string, object: { address: string } | { text: string }) =>
    writer.addQuad(DataFactory.namedNode(subject), DataFactory.namedNode(predicate), 'address' in object ? DataFactory.namedNode(object.address) : DataFactory.literal(object.text));
  add(BASE, RDF_TYPE, { address: `${SKOS}ConceptScheme` });
  for (const text of ignored) add(BASE, IGNORED_LABEL, { text });
  for (const { id, label, aliases, ambiguous } of concepts) {
    const concept = `${BASE}:${encodeURIComponent(id)}`;
    add(concept, RDF_TYPE, { address: `${SKOS}Concept` });
    add(concept, `${SKOS}inScheme`, { address: BASE });
    add(concept, `${SKOS}prefLabel`, { text: label });
    for (const text of aliases) add(concept, `${SKOS}altLabel`, { text });
    for (const text of ambiguous) add(concept, AMBIGUOUS_LABEL, { text });
  }
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)));
  return promise;
}
