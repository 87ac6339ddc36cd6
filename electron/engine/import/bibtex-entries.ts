import { lineBatches } from './lines.ts';

/** One entry of a BibTeX file: its type in lower case, what stands between its outer braces, and the line where it starts. */
export interface BibtexEntry {
  line: number;
  type: string;
  /** Null where the entry never closes. */
  body: string | null;
}

const START = /^([^%]*?)@[ \t]*([A-Za-z]+)[ \t]*([{(])/;
/** The start of an entry at the start of a line: within an entry it means that the one before was never closed. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(][ \t]*[^\s{}(),="#%]+[ \t]*,/;

interface OpenEntry {
  line: number;
  type: string;
  closing: string;
  depth: number;
  lines: string[];
}

/**
 * The entries of a BibTeX text. Text between entries is comment, as in BibTeX; so is an entry after a per cent sign.
 * An entry whose braces never close ends where the next one starts, so that the rest can be read.
 */
export async function* bibtexEntries(text: AsyncIterable<string>): AsyncGenerator<BibtexEntry> {
  let open: OpenEntry | null = null;
  let number = 0;
  for await (const lines of lineBatches(text)) {
    for (const line of lines) {
      number++;
      let rest: string = line;
      if (open && NEXT_ENTRY.test(line)) {
        yield { line: open.line, type: open.type, body: null };
        open = null;
      }
      while (rest !== '') {
        if (!open) {
          const start: RegExpExecArray | null = START.exec(rest);
          if (!start) break;
          open = { line: number, type: (start[2] ?? '').toLowerCase(), closing: start[3] === '(' ? ')' : '}', depth: 0, lines: [] };
          rest = rest.slice(start[0].length);
        }
        const end = closingAt(rest, open);
        open.lines.push(end < 0 ? rest : rest.slice(0, end));
        if (end < 0) break;
        yield { line: open.line, type: open.type, body: open.lines.join('\n') };
        open = null;
        rest = rest.slice(end + 1);
      }
      if (open && rest === '') open.lines.push('');
    }
  }
  if (open) yield { line: open.line, type: open.type, body: null };
}

/** Where in the line the entry closes; -1 where it goes on. Counts the braces that the line opens. A backslash hides the next character. */
function closingAt(line: string, entry: OpenEntry): number {
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (character === '\\') index++;
    else if (character === entry.closing && entry.depth === 0) return index;
    else if (character === '{') entry.depth++;
    else if (character === '}') entry.depth--;
  }
  return -1;
}
