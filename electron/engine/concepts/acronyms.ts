import { EMPTY_HEADS } from './boilerplate.ts';
import { isAcronymShaped, normalWord, singularAcronym } from './normalise.ts';

/** A definition found in a text; UTF-16 offsets, ends exclusive. */
export interface AcronymDefinition {
  /** Without plural s: "LLM". */
  acronym: string;
  /** Where the long form stands. */
  start: number;
  end: number;
}

const LONGEST_ACRONYM = 10;
const LONGEST_LONG_FORM_WORDS = 8;
const LONGEST_BRACKET = 120;

/**
 * The acronyms that a text defines in brackets: "curriculum learning (CL)" and "CL (curriculum learning)".
 * A. S. Schwartz and M. A. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, PSB 2003.
 * We ask more of a short form: two capitals, or a capital and a digit; and a hyphenated word belongs to the long form as a whole.
 */
export function findDefinitions(text: string): AcronymDefinition[] {
  const definitions: AcronymDefinition[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    if (close - open > LONGEST_BRACKET) continue;
    const definition = definitionAt(text, open, close);
    if (definition) definitions.push(definition);
  }
  return definitions;
}

function definitionAt(text: string, open: number, close: number): AcronymDefinition | null {
  const inner = text.slice(open + 1, close);
  const shortForm = /^[\s"'“”‘’`]*([^\s,;:"'“”‘’`]+)/.exec(inner)?.[1] ?? '';
  const closesShort = /^[\s"'“”‘’`]*[^\s,;:"'“”‘’`]+\s*["'“”‘’`]*(?:$|[,;])/.test(inner);
  if (closesShort && isShortForm(shortForm)) {
    const before = text.slice(Math.max(0, open - 200), open).trimEnd();
    return longFormBefore(shortForm, before, Math.max(0, open - 200));
  }
  return reversedDefinition(text, open, close);
}

/** "SWS (stage-wise weight sharing)": the short form stands before the bracket. */
function reversedDefinition(text: string, open: number, close: number): AcronymDefinition | null {
  const shortForm = /([^\s()"'“”‘’`]+)["'“”‘’`]*\s?$/.exec(text.slice(Math.max(0, open - 40), open))?.[1] ?? '';
  if (!isShortForm(shortForm)) return null;
  const inner = text.slice(open + 1, close).split(/[,;]/, 1)[0] ?? '';
  if (!/\s|-/.test(inner.trim())) return null;
  const definition = longFormBefore(shortForm, inner.trimEnd(), open + 1);
  const skipped = inner.length - inner.trimStart().length;
  return definition && definition.start === open + 1 + skipped ? definition : null;
}

function isShortForm(form: string): boolean {
  return form.length >= 2 && form.length <= LONGEST_ACRONYM && /^[\p{L}\d]/u.test(form) && isAcronymShaped(form) && !/[.=<>/\\$^_{}()]/.test(form);
}

function longFormBefore(shortForm: string, before: string, offset: number): AcronymDefinition | null {
  const acronym = singularAcronym(shortForm);
  const start = longFormStart(acronym, before);
  if (start < 0) return null;
  const longForm = withoutEmptyHead(acronym, before.slice(start));
  const words = longForm.split(/[\s-]+/).length;
  const letters = acronym.replace(/[^\p{L}\d]/gu, '').length;
  if (longForm.length <= acronym.length || words > Math.min(letters + 5, letters * 2, LONGEST_LONG_FORM_WORDS) || words < 2) return null;
  if (/[.!?:;()]\s/.test(longForm) || longForm.split(/\s+/).includes(shortForm)) return null;
  return { acronym, start: offset + start, end: offset + start + longForm.length };
}

/** PEFT is parameter-efficient fine-tuning also where "parameter-efficient fine-tuning methods (PEFT)" is written: no letter needs the methods. */
function withoutEmptyHead(acronym: string, longForm: string): string {
  const [, rest = '', head = ''] = /^(.*\S)\s+(\S+)$/s.exec(longForm) ?? [];
  return EMPTY_HEADS.has(normalWord(head)) && longFormStart(acronym, rest) === 0 ? rest : longForm;
}

/** Schwartz and Hearst's matching: the acronym's letters from the right, its first letter at the beginning of a word. */
function longFormStart(acronym: string, before: string): number {
  const text = before.toLowerCase();
  const letters = acronym.toLowerCase();
  let at = text.length - 1;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    const wanted = letters[letter] as string;
    if (!isLetterOrDigit(wanted)) continue;
    at = lastMatch(text, at, wanted, letter === 0);
    if (at < 0) return -1;
    at--;
  }
  return Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at)) + 1;
}

function lastMatch(text: string, from: number, wanted: string, startsWord: boolean): number {
  for (let at = from; at >= 0; at--) {
    if (text[at] === wanted && !(startsWord && at > 0 && isLetterOrDigit(text[at - 1] as string))) return at;
  }
  return -1;
}

function isLetterOrDigit(character: string): boolean {
  return /[\p{L}\d]/u.test(character);
}
