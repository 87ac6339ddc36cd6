import { citationsInNote, findDoi } from './identifiers.ts';
import { splitAuthors, personName } from './names.ts';
import { lineBatches } from './lines.ts';
import type { RawRecord, ReadRecord, RecordReader } from './record.ts';

/** RIS, as EndNote, Zotero, Scopus, Web of Science, PubMed, Embase and Dimensions write it. */
export const risReader: RecordReader = { format: 'ris', markup: 'plain', detect: (prefix) => (/^TY {1,2}- ?\S/m.test(prefix) ? 0.95 : 0), read };

const TAG = /^([A-Z][A-Z0-9]) {2}- ?(.*)$|^(TY|ER|AU|TI|T1|PY|AB|KW) - (.*)$|^(ER) {0,2}-?\s*$/;

interface OpenRecord {
  line: number;
  fields: Map<string, string[]>;
  last: string;
}

/** Records start at TY and end at ER, or where the next one starts. A line without a tag goes on with the field before it. */
async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  let open: OpenRecord | null = null;
  let number = 0;
  for await (const lines of lineBatches(text)) {
    for (const line of lines) {
      number++;
      const match = TAG.exec(line);
      const tag = match?.[1] ?? match?.[3] ?? match?.[5];
      if (tag === undefined) {
        if (open) continueField(open, line);
        continue;
      }
      if (open && (tag === 'TY' || tag === 'ER')) {
        yield recordOf(open);
        open = null;
      }
      if (tag === 'ER') continue;
      open ??= { line: number, fields: new Map(), last: tag };
      addField(open, tag, match?.[2] ?? match?.[4] ?? '');
    }
  }
  if (open) yield recordOf(open);
}

function addField(record: OpenRecord, tag: string, value: string): void {
  record.last = tag;
  const values = record.fields.get(tag);
  if (values) values.push(value.trim());
  else record.fields.set(tag, [value.trim()]);
}

function continueField(record: OpenRecord, line: string): void {
  const text = line.trim();
  const values = record.fields.get(record.last);
  if (text === '' || !values) return;
  if (record.last === 'KW' || record.last === 'AU') values.push(text);
  else values.push(`${values.pop() ?? ''}\n${text}`);
}

function recordOf({ line, fields }: OpenRecord): RawRecord {
  const first = (...tags: string[]) => tags.map((tag) => fields.get(tag)?.find((value) => value !== '')).find((value) => value !== undefined);
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []).filter((value) => value !== '');
  const links = all('UR', 'L2', 'L1', 'LK', 'L3');
  return {
    line,
    title: first('TI', 'T1', 'CT', 'BT', 'ST'),
    abstract: all('AB')[0] ?? first('N2'),
    year: first('PY', 'Y1', 'DA'),
    authors: authorsOf(all('AU').length > 0 ? all('AU') : all('A1')),
    venue: first('T2', 'JO', 'JF', 'JA', 'J2', 'BT', 'PB'),
    doi: first('DO') ?? [...links, ...all('M3', 'N1')].find((value) => findDoi(value) !== null),
    arxiv: [...all('DO', 'AN', 'JO', 'T2', 'PB', 'M3'), ...links].find((value) => /arxiv/i.test(value)),
    url: links[0],
    keywords: all('KW').flatMap((keyword) => keyword.split(/[;\n]/)),
    citations: first('TC') ?? all('N1').map(citationsInNote).find((count) => count !== undefined),
  };
}

/** Names, one a line; some programs put all on one line. */
function authorsOf(lines: string[]): string[] {
  return lines.length === 1 ? splitAuthors(lines[0] ?? '') : lines.map((line) => personName(line.replace(/\s+and$/, '')));
}
