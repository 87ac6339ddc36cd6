import { fieldSources } from '../import/field-names.ts';
import { looksLikeHtml } from '../import/html-text.ts';
import { DELIMITERS, readRows, type Row } from './cells.ts';
import { emptyDraft, type DraftConcept, type ThesaurusDraft } from './draft.ts';
import { cleanLabel, labelKey } from './label-key.ts';
import { readReplacements } from './vosviewer.ts';

type Column = 'label' | 'id' | 'aliases' | 'broader' | 'narrower' | 'related' | 'replacement';

/** Wordings of column headers, reduced to letters. */
const HEADERS: Record<Column, readonly string[]> = {
  label: ['label', 'term', 'concept', 'preflabel', 'preferredlabel', 'preferredterm', 'prefterm', 'preferred', 'descriptor', 'heading', 'name'],
  id: ['id', 'uri', 'iri', 'identifier', 'notation', 'conceptid', 'code'],
  aliases: ['alias', 'aliases', 'synonym', 'synonyms', 'altlabel', 'altlabels', 'alternative', 'alternatives', 'alternativelabel', 'alternativelabels', 'alternativeterms', 'hiddenlabel', 'hiddenlabels', 'usedfor', 'uf', 'variant', 'variants', 'nonpreferredterms', 'entryterms', 'acronym', 'acronyms', 'abbreviation', 'abbreviations', 'alsoknownas'],
  broader: ['broader', 'broaderterm', 'broaderterms', 'broaderconcept', 'broaderconcepts', 'bt', 'parent', 'parents'],
  narrower: ['narrower', 'narrowerterm', 'narrowerterms', 'narrowerconcepts', 'nt', 'children'],
  related: ['related', 'relatedterm', 'relatedterms', 'relatedconcepts', 'rt', 'seealso'],
  replacement: ['replaceby', 'replacedby', 'replacewith', 'replacement'],
};

const LONGEST_HEADER = 40;
const LONGEST_LABEL = 200;
const LONGEST_TERM = 100;

/** Rows looked at to tell a table without header, and the part of them that must have two cells. */
const SAMPLE_ROWS = 200;
const TWO_CELLS = 0.8;

/** How a table is written: with a header whose columns are known, or as two columns, term and preferred term. */
export interface TableShape {
  kind: 'concepts' | 'replacements' | 'pairs';
  delimiter: string;
  /** For each kind of column its places. */
  columns: Map<Column, number[]>;
}

/** How the table that starts with `prefix` is written; null where it is none that holds a thesaurus. */
export function findTableShape(prefix: string): TableShape | null {
  let best: TableShape | null = null;
  const first = prefix.split('\n').find((line) => line.trim() !== '') ?? '';
  for (const delimiter of DELIMITERS) {
    const shape = shapeOfHeader(first, delimiter);
    if (shape && shape.columns.size > (best?.columns.size ?? 0)) best = shape;
  }
  return best ?? shapeOfPairs(prefix);
}

function shapeOfHeader(line: string, delimiter: string): TableShape | null {
  const [header] = readRows(line, delimiter).rows;
  if (!header || header.cells.some((cell) => cell.length > LONGEST_HEADER)) return null;
  const columns = new Map<Column, number[]>();
  for (const [place, cell] of header.cells.entries()) {
    const column = columnOf(cell);
    if (column !== null) columns.set(column, [...(columns.get(column) ?? []), place]);
  }
  if (!columns.has('label')) return null;
  return { kind: columns.has('replacement') ? 'replacements' : 'concepts', delimiter, columns };
}

/** Headers of languages other than English (prefLabel@de) are left alone. */
function columnOf(header: string): Column | null {
  const [name = '', language = 'en'] = header.toLowerCase().replace(/^skos:/, '').split('@');
  if (!language.startsWith('en')) return null;
  const word = name.replace(/[^a-z]+/g, '');
  return (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].includes(word)) ?? null;
}

/** Words of a term, not of a sentence. */
function isTermLike(cell: string): boolean {
  return cell !== '' && cell.length <= LONGEST_TERM && !/[.!?]$/.test(cell);
}

function shapeOfPairs(prefix: string): TableShape | null {
  if (looksLikeHtml(prefix)) return null;
  const lines = prefix.split('\n').slice(0, SAMPLE_ROWS + 1);
  const whole = lines.length > SAMPLE_ROWS ? lines.slice(0, -1) : lines;
  for (const delimiter of DELIMITERS) {
    const { rows } = readRows(whole.join('\n'), delimiter);
    if (fieldSources(rows[0]?.cells ?? []).has('title')) return null;
    const pairs = rows.filter(({ cells }) => cells.length === 2 && cells.every(isTermLike));
    if (pairs.length > 0 && pairs.length >= TWO_CELLS * rows.length) return { kind: 'pairs', delimiter, columns: new Map([['label', [0]], ['replacement', [1]]]) };
  }
  return null;
}

/** Reads a table of one of the shapes. Rows that can't be taken are skipped. */
export function readTable(text: string, shape: TableShape): ThesaurusDraft {
  const { rows, skipped } = readRows(text, shape.delimiter);
  const draft = emptyDraft();
  draft.skipped.push(...skipped);
  const taken = takenRows(shape.kind === 'pairs' ? rows : rows.slice(1), shape, rows[0]?.cells.length ?? 0, draft);
  if (shape.kind === 'concepts') readConcepts(taken, shape.columns, draft);
  else readReplacements(taken.map(({ line, cells }) => ({ line, label: labelIn(cells, shape.columns.get('label')), replacement: labelIn(cells, shape.columns.get('replacement')) })), shape.kind, draft);
  draft.skipped.sort((a, b) => a.line - b.line);
  return draft;
}

function takenRows(rows: readonly Row[], { columns }: TableShape, width: number, { skipped }: ThesaurusDraft): Row[] {
  return rows.filter(({ line, cells }) => {
    const label = labelIn(cells, columns.get('label'));
    const reason = faultOf(label, cells, width);
    if (reason !== null) skipped.push({ line, reason });
    return reason === null;
  });
}

function faultOf(label: string, cells: readonly string[], width: number): string | null {
  if (cells.slice(width).some((cell) => cell !== '')) return `${cells.length} cells where the first row has ${width}`;
  if (label === '') return 'it has no term';
  if (label.length > LONGEST_LABEL) return `its term has more than ${LONGEST_LABEL} characters`;
  return null;
}

function labelIn(cells: readonly string[], places: readonly number[] = []): string {
  return cleanLabel(places.map((place) => cells[place] ?? '').find((cell) => cell !== '') ?? '');
}

/** Several values in one cell stand apart by semicolons or bars. */
function valuesIn(cells: readonly string[], places: readonly number[] = []): string[] {
  return places.flatMap((place) => (cells[place] ?? '').split(/[;|]/)).map(cleanLabel).filter((value) => value !== '');
}

/** Rows of concepts; two rows of the same term are one concept. Broader, narrower and related ones are named by label or identifier, and are concepts themselves. */
function readConcepts(rows: readonly Row[], columns: TableShape['columns'], draft: ThesaurusDraft): void {
  const byKey = new Map<string, DraftConcept>();
  const labelOfId = new Map(rows.flatMap(({ cells }) => valuesIn(cells, columns.get('id')).map((id) => [id, labelIn(cells, columns.get('label'))] as const)));
  const conceptOf = (name: string, line: number): DraftConcept => {
    const label = labelOfId.get(name) ?? name;
    const key = labelKey(label);
    const known = byKey.get(key);
    if (known) return known;
    const added: DraftConcept = { id: label, line, label, aliases: [], ambiguous: [], broader: [], related: [] };
    byKey.set(key, added);
    return added;
  };
  for (const { line, cells } of rows) {
    const concept = conceptOf(labelIn(cells, columns.get('label')), line);
    concept.aliases.push(...valuesIn(cells, columns.get('aliases')));
    for (const name of valuesIn(cells, columns.get('broader'))) concept.broader.push(conceptOf(name, line).id);
    for (const name of valuesIn(cells, columns.get('narrower'))) conceptOf(name, line).broader.push(concept.id);
    for (const name of valuesIn(cells, columns.get('related'))) concept.related.push(conceptOf(name, line).id);
  }
  draft.concepts.push(...byKey.values());
}
