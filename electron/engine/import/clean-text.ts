import { guarded, unguarded } from './braces.ts';
import { cleanLatex, cleanLatexOnce } from './clean-latex.ts';
import { decodeEntities } from './html-text.ts';
import type { Markup } from './record.ts';
import { script } from './scripts.ts';

/** What at least one of the rules below could change; most texts have none of it. */
const SUSPECT = /[\\$&<`~%{\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Mn}\p{Zl}\p{Zp}\ufb00-\ufb06\ufffd]|(?! )\p{Zs}|--|''/u;

const LATIN_LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st' };

/** More rounds than any real text needs; ends the work on texts made to be cleaned for ever. */
const MOST_ROUNDS = 40;

/**
 * A text as a reader would want it and as concepts are looked for in it: LaTeX and HTML made plain Unicode, typographic leftovers and
 * invisible characters put right, white space single. Cleaning a cleaned text changes nothing. Ordinary text ("50% of", "$5", "C#", "<5") stays.
 * With `latex` markup braces are part of the format and go; otherwise only those that belong to a command do.
 */
export function cleanText(text: string, markup: Markup = 'plain'): string {
  const plain = markup === 'latex' && /[{}\\]/.test(text) ? unguarded(settled(guarded(text), cleanLatexOnce)) : text;
  return SUSPECT.test(plain) ? settled(plain, cleanOnce) : singleSpaced(plain);
}

/** The text after as many rounds as still change it. */
function settled(text: string, round: (text: string) => string): string {
  let current = text;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const next = round(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function cleanOnce(text: string): string {
  let result = cleanCharacters(text);
  if (result.includes('<')) result = cleanTags(result);
  if (result.includes('&')) result = decodeEntities(result);
  if (/[\\${]/.test(result)) result = cleanLatex(result);
  return singleSpaced(cleanTypography(unguarded(result))).normalize('NFC');
}

function singleSpaced(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LATIN_LIGATURES[ligature] ?? ligature)
    .replace(/[\u00ad\u200b\u2060\ufeff]|(?!\s)\p{Cc}/gu, '');
}

/** Elements whose tags occur in titles and abstracts; anything else between angle brackets may be mathematics. */
const TAG = /<\/?(?:(?:jats|mml|ns\d|m):[a-z][\w.-]*|p|i|b|em|strong|u|br|hr|sec|title|span|div|inf|italic|bold|roman|sc|tt|small|math|mrow|mi|mn|mo|msub|msup|msubsup|mtext|semantics|inline-formula|tex-math|list|list-item|ul|ol|li|abstract|xref|a|font)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*\/?>/gi;

function cleanTags(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<(?:jats:)?su([bp])(?:\s[^<>]*)?>([^<>]*)<\/(?:jats:)?su\1>/gi, (_, kind: string, inner: string) => script(kind.toLowerCase() === 'b' ? '_' : '^', inner, inner))
    .replace(/<inf>([^<>]*)<\/inf>/gi, (_, inner: string) => script('_', inner, inner))
    .replace(/<\/?(?:jats:)?su[bp](?:\s[^<>]*)?>/gi, '')
    .replace(TAG, (tag) => (/^<\/?(?:jats:)?(?:p|br|hr|sec|title|div|list|list-item|ul|ol|li)\b/i.test(tag) ? ' ' : ''));
}

/** A per cent sign that starts a comment: after the end of a sentence, or of all, and right before a word. */
const COMMENT_SIGN = /(^|[.?!:;)\]]\s+|\n\s*)%+[ \t]?(?=[A-Za-z\\])/g;

function cleanTypography(text: string): string {
  let result = text;
  if (result.includes('%')) result = result.replace(COMMENT_SIGN, '$1');
  if (result.includes('`')) result = result.replace(/``([^`]{0,2000}?)''/g, '“$1”').replace(/``([^`"]{0,400}?)(?:"|``)/g, '“$1”').replace(/(?<![\w`])`([^`'’\n]{1,200})['’](?!\w)/g, '‘$1’');
  if (result.includes("''")) result = result.replace(/(?<![\w'])''([^'\n]{1,400})''(?!')/g, '“$1”');
  if (result.includes('--')) result = result.replace(/(?<!-)---(?!-)/g, '—').replace(/(?<=[\p{L}\p{N}.,)\]}”’"'])--(?=[\p{L}\p{N}([{“‘"$])|(?<=\s)--(?=\s)/gu, '–');
  return result.includes('~') ? result.replace(/(?<=[\p{L}.,)\]:])~(?=[\p{L}\p{N}[(\\$])/gu, ' ').replace(/(?<=\d)~(?=[\p{L}])/gu, ' ') : result;
}
