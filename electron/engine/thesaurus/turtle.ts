import { EventEmitter } from 'node:events';
import { Parser } from 'n3';
import type { SkippedRecord } from '../../../shared/paper.ts';
import type { Watch } from '../model.ts';
import type { QuadSink } from './skos.ts';

const CHUNK_CHARACTERS = 1 << 18;
const MOST_FAULTS = 1000;

/** Where a statement can't be read, and why. */
interface Fault {
  /** From 1, within the text that was being read. */
  line: number;
  reason: string;
}

/**
 * Reads Turtle, N-Triples, TriG or N-Quads (n3). A statement that can't be read is skipped, and reading goes on after the next line that ends one.
 * Gives what was skipped, with lines.
 */
export function readTurtle(text: string, baseIRI: string, sink: QuadSink, watch: Watch): SkippedRecord[] {
  const skipped: SkippedRecord[] = [];
  const prefixes = new Map<string, string>();
  let rest = text;
  let linesBefore = 0;
  for (;;) {
    const fault = readStatements(rest, prefixes, baseIRI, sink, watch);
    if (!fault) return skipped;
    skipped.push({ line: linesBefore + fault.line, reason: fault.reason });
    const resumed = afterStatement(rest, fault.line);
    if (!resumed) return skipped;
    if (skipped.length === MOST_FAULTS) {
      skipped.push({ line: linesBefore + resumed.lines, reason: `the rest was not read, after ${MOST_FAULTS} faults` });
      return skipped;
    }
    linesBefore += resumed.lines;
    rest = resumed.text;
  }
}

/** Reads up to the first fault; `prefixes` are known from before and those declared are added. */
function readStatements(text: string, prefixes: Map<string, string>, baseIRI: string, sink: QuadSink, watch: Watch): Fault | null {
  const parser = new Parser({ baseIRI });
  const source = new EventEmitter();
  const faults: Fault[] = [];
  parser.parse(
    source,
    (error, quad) => {
      if (error) faults.push(faultOf(error));
      else if (quad) sink(quad);
    },
    (prefix, iri) => void prefixes.set(prefix, typeof iri === 'string' ? iri : iri.value),
  );
  source.emit('data', [...prefixes].map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> . `).join(''));
  for (let start = 0; start < text.length && faults.length === 0; start += CHUNK_CHARACTERS) {
    watch.check();
    source.emit('data', text.slice(start, start + CHUNK_CHARACTERS));
  }
  if (faults.length === 0) source.emit('end');
  return faults[0] ?? null;
}

function faultOf(error: Error & { context?: { line?: number } }): Fault {
  const reason = error.message.replace(/ on line \d+\.?$/, '').replace(/\.$/, '');
  return { line: error.context?.line ?? 1, reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
}

/** The text after the first line, from a given one on, that ends a statement, and how many lines that leaves behind; null at the end. */
function afterStatement(text: string, line: number): { text: string; lines: number } | null {
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (number >= line && /\.\s*(?:#.*)?$/.test(text.slice(start, stop))) return stop + 1 < text.length ? { text: text.slice(stop + 1), lines: number } : null;
    start = stop + 1;
  }
  return null;
}
