import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import { BibtexProblem, parseBibtexFields, standardMacros, type BibtexFields } from './bibtex-fields.ts';
import { personName } from './names.ts';
import { citationsInNote } from './identifiers.ts';
import { splitKeywords } from './field-names.ts';
import type { ReadRecord, RecordReader } from './record.ts';

/**
 * BibTeX and BibLaTeX. Entries are told apart and their fields read here: @retorquere/bibtex-parser, which could, parses every field as LaTeX,
 * which took 43 ms an entry on a Scopus export, and gives up on entries with a dollar sign in running text.
 */
export const bibtexReader: RecordReader = { format: 'bibtex', markup: 'latex', detect, read };

function detect(prefix: string): number {
  const entries = prefix.match(/^[ \t]*@[ \t]*(?!comment|string|preamble)[A-Za-z]+[ \t]*[{(][^\n]*/gim) ?? [];
  if (entries.length === 0) return 0;
  return /^[ \t]*(?:@[^\n]*,[ \t]*)?[A-Za-z][\w-]*[ \t]*=[ \t]*[{"\w\n]/m.test(prefix) ? 0.95 : 0.5;
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const macros = standardMacros();
  for await (const entry of bibtexEntries(text)) {
    if (entry.type === 'comment' || entry.type === 'preamble') continue;
    if (entry.type === 'string') defineMacros(entry, macros);
    else yield recordOf(entry, macros);
  }
}

function defineMacros(entry: BibtexEntry, macros: Map<string, string>): void {
  try {
    for (const [name, value] of parseBibtexFields(`,${entry.body ?? ''}`, macros)) macros.set(name, value);
  } catch (error) {
    if (!(error instanceof BibtexProblem)) throw error;
  }
}

function recordOf(entry: BibtexEntry, macros: ReadonlyMap<string, string>): ReadRecord {
  const { line, body } = entry;
  if (body === null) return { line, reason: 'the braces of this entry never close' };
  try {
    return { line, ...fieldsOf(parseBibtexFields(body, macros)) };
  } catch (error) {
    if (!(error instanceof BibtexProblem)) throw error;
    return { line, reason: `not a BibTeX entry: ${error.message}` };
  }
}

function fieldsOf(fields: BibtexFields): Omit<Exclude<ReadRecord, { reason: string }>, 'line'> {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value?.trim());
  const title = first('title', 'booktitle', 'maintitle');
  const subtitle = fields.has('title') ? fields.get('subtitle') : undefined;
  const isArxiv = /arxiv/i.test(first('archiveprefix', 'eprinttype') ?? '');
  const eprint = fields.get('eprint');
  return {
    title: title !== undefined && subtitle ? `${title}: ${subtitle}` : title,
    abstract: first('abstract'),
    year: first('year', 'date', 'issued'),
    authors: splitNames(first('author', 'editor') ?? ''),
    venue: first('journal', 'journaltitle', 'booktitle', 'howpublished', 'publisher', 'school', 'institution'),
    doi: first('doi'),
    arxiv: first('arxivid', 'arxiv') ?? (eprint && (isArxiv || !fields.has('archiveprefix')) ? eprint : first('url', 'journal', 'note', 'doi')),
    url: first('url', 'link', 'bdsk-url-1'),
    keywords: ['author_keywords', 'keywords', 'keyword', 'tags'].flatMap((name) => splitKeywords(fields.get(name) ?? '')),
    citations: first('citations', 'citationcount', 'cited-by', 'citedby', 'times-cited')?.replace(/[{}]/g, '') ?? citationsInNote(first('note')),
  };
}

/** The names of an author field, parted by "and" outside braces. A name in braces is that of a body, and stays as it is. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/\\.|[{}]|\sand(?=\s)/gi)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (match[0].length === 4 && depth === 0) {
      names.push(text.slice(start, match.index));
      start = match.index + 4;
    }
  }
  names.push(text.slice(start));
  return names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '' && name !== 'others').map((name) => (/^\{.*\}$/.test(name) ? name : personName(name)));
}
