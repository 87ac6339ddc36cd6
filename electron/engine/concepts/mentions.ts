import type { MentionTable } from '../model.ts';
import { NumberList } from './number-list.ts';
import type { PaperTerms, TermSource } from './paper-terms.ts';
import { FIELD_COUNT } from './tokens.ts';

/**
 * Where each paper mentions its concepts, by field, start, and the longer before the shorter.
 * A mention may lie within a longer one: "language model" in "large language model".
 * `observe` sees the term and the occurrence of every mention.
 */
export function mentionTable(source: TermSource, ranked: PaperTerms, conceptOf: Int32Array, observe: (term: number, occurrence: number) => void): MentionTable {
  const { tokens, occurrences, termOf, statistics } = source;
  const columns = {
    offsets: new NumberList((length) => new Uint32Array(length)),
    concept: new NumberList((length) => new Uint32Array(length)),
    field: new NumberList((length) => new Uint8Array(length)),
    start: new NumberList((length) => new Uint32Array(length)),
    end: new NumberList((length) => new Uint32Array(length)),
  };
  const paperOf = new Int32Array(termOf.length).fill(-1);
  columns.offsets.push(0);
  for (let paper = 0; paper < statistics.papers; paper++) {
    for (let at = ranked.offsets[paper] as number; at < (ranked.offsets[paper + 1] as number); at++) paperOf[ranked.term[at] as number] = paper;
    for (let field = 0; field < FIELD_COUNT; field++) {
      const row = paper * FIELD_COUNT + field;
      const found: { term: number; occurrence: number; start: number; end: number }[] = [];
      for (let occurrence = occurrences.fields[row] as number; occurrence < (occurrences.fields[row + 1] as number); occurrence++) {
        const term = termOf[occurrences.phrase[occurrence] as number] as number;
        if (paperOf[term] !== paper) continue;
        const start = tokens.start[occurrences.first[occurrence] as number] as number;
        const end = tokens.end[(occurrences.end[occurrence] as number) - 1] as number;
        found.push({ term, occurrence, start, end });
      }
      found.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
      for (const [place, { term, occurrence, start, end }] of found.entries()) {
        const before = found[place - 1];
        if (before && before.term === term && before.start === start && before.end === end) continue;
        observe(term, occurrence);
        columns.concept.push(conceptOf[term] as number);
        columns.field.push(field);
        columns.start.push(start);
        columns.end.push(end);
      }
    }
    columns.offsets.push(columns.concept.length);
  }
  return {
    offsets: columns.offsets.toArray(),
    concept: columns.concept.toArray(),
    field: columns.field.toArray(),
    start: columns.start.toArray(),
    end: columns.end.toArray(),
  };
}
