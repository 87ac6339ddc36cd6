import { decodeEntities } from './html-text.ts';
import { LATEX_ACCENTS, LATEX_SYMBOLS, SUBSCRIPTS, SUPERSCRIPTS } from './latex-symbols.ts';
import type { Markup } from './record.ts';

/** What at least one of the rules below could change; most texts have none of it. */
const SUSPECT = /[\\$&<`~%\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u0300-\u036f\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ud800-\udfff\ufb00-\ufb06\ufeff\ufffd]|--|''|\{/;

const LATIN_LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st' };

/** Stand-ins for escaped braces while the braces of the markup are taken away. */
const OPEN_BRACE = '\ue000';
const CLOSED_BRACE = '\ue001';

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

function guarded(text: string): string {
  return text.replaceAll('\\{', OPEN_BRACE).replaceAll('\\}', CLOSED_BRACE);
}

function unguarded(text: string): string {
  return text.replaceAll(OPEN_BRACE, '{').replaceAll(CLOSED_BRACE, '}');
}

/** One round for text whose braces group; escaped braces stay guarded. */
function cleanLatexOnce(text: string): string {
  const bare = withoutInnermostBraces(cleanAccents(text));
  return /[\\$]|[\^_]\{/.test(bare) ? cleanLatex(bare) : bare;
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
    .replace(/[\u00ad\u200b\u2060\ufeff]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '');
}

/** Elements whose tags occur in titles and abstracts; anything else between angle brackets may be mathematics. */
const TAG = /<\/?(?:(?:jats|mml|ns\d|m):[a-z][\w.-]*|p|i|b|em|strong|u|br|hr|sec|title|span|div|inf|italic|bold|roman|sc|tt|small|math|mrow|mi|mn|mo|msub|msup|msubsup|mtext|semantics|inline-formula|tex-math|list|list-item|ul|ol|li|abstract|xref|a|font)(?:\s[^<>]*)?\/?>/gi;

function cleanTags(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<(?:jats:)?su([bp])(?:\s[^<>]*)?>([^<>]*)<\/(?:jats:)?su\1>/gi, (_, kind: string, inner: string) => script(kind.toLowerCase() === 'b' ? '_' : '^', inner, inner))
    .replace(/<inf>([^<>]*)<\/inf>/gi, (_, inner: string) => script('_', inner, inner))
    .replace(/<\/?(?:jats:)?su[bp](?:\s[^<>]*)?>/gi, '')
    .replace(TAG, (tag) => (/^<\/?(?:jats:)?(?:p|br|hr|sec|title|div|list|list-item|ul|ol|li)\b/i.test(tag) ? ' ' : ''));
}

/** Raised (^) or lowered (_) text where every character has such a form, else the fallback. */
function script(kind: string, inner: string, fallback: string): string {
  const table = kind === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = [...inner.trim()];
  return characters.length > 0 && characters.every((character) => table.has(character)) ? characters.map((character) => table.get(character)).join('') : fallback;
}

function cleanLatex(text: string): string {
  let result = cleanAccents(text);
  result = result.replace(/\$\$([^$]{1,2000})\$\$|(?<![\\$])\$(?=\S)((?:[^$\\]|\\[\s\S]){0,600}?[^\s\\$]|\\[A-Za-z]+|[^\s$])\$(?!\d)/g, (whole, display?: string, inline?: string) => mathText(whole, display ?? inline ?? ''));
  result = result.replace(/(?<!\\)\$([^$]{1,600})\$(?!\d)/g, (whole, spaced: string) => (/[\\^_=<>]/.test(spaced) ? mathText(whole, spaced.trim()) : whole));
  result = result.replace(/\\\(([^$]{1,600}?)\\\)|\\\[([^$]{1,2000}?)\\\]/g, (whole, inline?: string, display?: string) => mathText(whole, inline ?? display ?? ''));
  return cleanCommands(result);
}

const ACCENT_LETTER = String.raw`(?:\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?![A-Za-z])\s?|\s?([A-Za-z]))`;
const ACCENT_BY_SIGN = new RegExp(String.raw`\\(['\x60^"~=.])${ACCENT_LETTER}`, 'g');
const ACCENT_BY_LETTER = /\\([uvHckrbd])(?:\{\s*\\?([A-Za-z])\s*\}|\s+\\?([A-Za-z]))/g;
/** What follows an apostrophe in English, where `\'` is an escaped quotation mark rather than an accent. */
const CONTRACTION = /(?<=[A-Za-z])\\'(?=(?:s|t|d|m|re|ll|ve)\b)/g;

function cleanAccents(text: string): string {
  return text
    .replace(/\{\\textbackslash\}(?=[A-Za-z]{2})|\\textbackslash(?:\{\})?\s?(?=[A-Za-z]{2})/g, '\\')
    .replace(/\{(\\(?:['`^"~=.]|[uvHckrbd](?![A-Za-z]))\s?(?:\\?[A-Za-z]|\{\\?[A-Za-z]\}))\}/g, '$1')
    .replace(CONTRACTION, "'")
    .replace(ACCENT_BY_SIGN, (whole, sign: string, braced?: string, dotless?: string, bare?: string) => accented(sign, braced ?? dotless ?? bare ?? '', whole))
    .replace(ACCENT_BY_LETTER, (whole, sign: string, braced?: string, bare?: string) => accented(sign, braced ?? bare ?? '', whole));
}

/** The letter with its accent. Where Unicode has no such letter: what was written, or the letter alone if it is in braces. */
function accented(sign: string, letter: string, written: string): string {
  const composed = (letter + (LATEX_ACCENTS.get(sign) ?? '')).normalize('NFC');
  if (composed.length === 1) return composed;
  return written.endsWith('}') ? letter : written;
}

/** Signs of money: two plain words side by side, or an amount. */
const MONEY = /(?<![\\A-Za-z])[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}|^[\d.,]+\s*(?:k|m|bn|million|billion|USD)\b/;
const MATH_SPACING = /\\[,;:!>]|\\(?:quad|qquad|left|right|big|Big|bigg|Bigg|displaystyle|textstyle|limits|nolimits|nonumber|cal|bf|rm|it|sf|tt)(?![A-Za-z])|\\math[a-z]{2,4}(?![A-Za-z])(?!\s*\{)\s*|\\\\|&/g;

/** Mathematics between dollar signs as readable Unicode; the whole as it was where it can't be mathematics. */
function mathText(whole: string, math: string): string {
  const bare = math.replace(/\\(?:text|mathrm|mathit|mathbf|textit|textbf|operatorname|mbox)\s*\{[^{}]*\}/g, '').replace(/\\[A-Za-z]+/g, '\\');
  if (MONEY.test(bare)) return whole;
  if (/\s/.test(math) && !/[\\^_=<>+*/|{}-]|\w\(/.test(math)) return whole;
  const text = mathCommands(guarded(math.replace(MATH_SPACING, ' '))).replace(/[{}]/g, '');
  return text.replace(/\s+/g, ' ').trim();
}

const MATH_WRAPPER = /\\(?:text|math[a-z]+|boldsymbol|bm|operatorname\*?|text[a-z]{2}|emph|mbox|hat|widehat|tilde|widetilde|bar|overline|underline|vec|d?dot|ensuremath)\s*\{([^{}]*)\}/g;

/** Commands of mathematics as characters, innermost groups first. */
function mathCommands(math: string): string {
  let text = math;
  for (let round = 0; round < 8; round++) {
    const next = text
      .replace(MATH_WRAPPER, '$1')
      .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, over: string, under: string) => `${grouped(over)}/${grouped(under)}`)
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) => `√${grouped(inner)}`)
      .replace(/([\^_])\s*\{([^{}]*)\}/g, (_, kind: string, inner: string) => scriptOf(kind, inner));
    if (next === text) break;
    text = next;
  }
  return symbols(text.replace(/([\^_])\s*(\\[A-Za-z]+|[^\s{}\\^_(])/g, (_, kind: string, inner: string) => scriptOf(kind, inner)), '').replace(/\\(?=[A-Za-z])/g, '');
}

/** Raised or lowered text; where Unicode has no such characters the sign stays, with brackets around more than one character. */
function scriptOf(kind: string, inner: string): string {
  const plain = symbols(inner, '').trim();
  if (kind === '^' && plain === '∘') return '°';
  return script(kind, plain, [...plain].length > 1 ? `${kind}(${plain})` : kind + plain);
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.\\]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

/** Symbol commands as their characters; unknown ones stay. A space that only ends the command goes with it where `eaten` says so. */
function symbols(text: string, eaten: '' | 'glyphs'): string {
  return text.replace(/\\([A-Za-z]+)(\{\}|\s(?=[A-Za-z]))?/g, (whole, name: string, end: string = '') => {
    const symbol = LATEX_SYMBOLS.get(name);
    if (symbol === undefined) return whole;
    const endsOnly = end === '{}' || (eaten === 'glyphs' && /^(?:text|quote|guille)|^(?:ss|ae|AE|oe|OE|o|O|l|L|aa|AA|dh|DH|th|TH|ng|NG|i|j|dj|DJ)$/.test(name));
    return endsOnly ? symbol : symbol + end;
  });
}

const TEXT_WRAPPER = /\\(?:emph|text[a-z]{2}|text(?:normal|sup|sub)|underline|uline|mbox|hbox|fbox|url|path|nolinkurl|footnote|uppercase|lowercase|MakeUppercase|enquote|textsuperscript|textsubscript|text|math[a-z]+|boldsymbol|bm|operatorname|ensuremath|section\*?|subsection\*?|paragraph\*?|texorpdfstring|mkbibemph|mkbibquote|ac[lsp]?|gls)\s*\{([^{}]*)\}/g;

/** Commands in running text. */
function cleanCommands(text: string): string {
  const unwrapped = text
    .replace(/\\textsuperscript\s*\{([^{}]*)\}/g, (_, inner: string) => script('^', inner, inner))
    .replace(/\\textsubscript\s*\{([^{}]*)\}/g, (_, inner: string) => script('_', inner, inner))
    .replace(/\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}/g, '$1')
    .replace(/~?\\(?:no|text|paren|auto|foot)?cite[a-z]*\*?\s*(?:\[[^\]]*\])*\{([^{}]*)\}/gi, ' [$1]')
    .replace(/\\(?:eq|auto|page|c|C)?ref\s*\{([^{}]*)\}/g, '[$1]')
    .replace(/\\(?:label|vspace\*?|hspace\*?|thanks|bibliographystyle|bibliography|begin|end|input|includegraphics(?:\[[^\]]*\])?)\s*\{[^{}]*\}/g, ' ')
    .replace(TEXT_WRAPPER, '$1')
    .replace(/\{\s*\\(?:it|bf|em|sc|rm|sl|tt|sf|itshape|bfseries|slshape|scshape|ttfamily|small|large|cal)(?![A-Za-z])\s*([^{}]*)\}/g, '$1')
    .replace(/\{\\([%&_$#])\}/g, '$1')
    .replace(/\{\\([A-Za-z]+)(?:\{\})?\s*\}/g, (group, name: string) => LATEX_SYMBOLS.get(name) ?? group)
    .replace(/([\^_])\{([^{}]*)\}/g, (_, kind: string, inner: string) => scriptOf(kind, inner))
    .replace(/(https?:\/\/[^\s{}]+)\{[^{}\s]*\}/g, '$1')
    .replace(/(?<![\w{])(\d+)\{(\d+)\}/g, '$1/$2')
    .replace(/\{\{([^{}]*)\}\}/g, '$1');
  return symbols(unwrapped, 'glyphs')
    .replace(/\\([A-Za-z]{2,})\*?\{([^{}]*)\}/g, (_, name: string, inner: string) => inner || name)
    .replace(/\\\|/g, '‖')
    .replace(/\\(?:left|right|[bB]igg?[lr]?|limits|nolimits|nonumber|displaystyle|textstyle|scriptstyle)(?![A-Za-z])\.?|\\(?:text|math[a-z]{2,4}|boldsymbol|bm|hat|tilde|bar|vec)(?![A-Za-z{])\s?/g, '')
    .replace(/\\(?:it|bf|em|sc|rm|sl|tt|noindent|par|newline|linebreak|smallskip|medskip|bigskip|item|centering|protect|relax|xspace|quad|qquad)(?![A-Za-z])\s?/g, ' ')
    .replace(/\\-/g, '')
    .replace(/\\\\(?:\[[^\]]{0,20}\])?|\\[ ,;:!/@]/g, ' ')
    .replace(/\\([%&_$#{}])/g, '$1')
    .replace(/(?<![\w:\\/.])\\([A-Za-z]{3,})(?:\{\}|\/(?=\s))?/g, '$1')
    .replace(/(?<=^|[\s(])\{([A-Za-z][A-Za-z -]{0,40}[A-Za-z])\}/g, '$1');
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

/** A group without groups in it, with what stands right before it. */
const INNERMOST_GROUP = /(\\[A-Za-z]+\*?\s*|\\['`^"~=.]|[\^_}]\s*|^|[^\\{}])?\{([^{}]*)\}/g;

function withoutInnermostBraces(text: string): string {
  return text.replace(INNERMOST_GROUP, (group, before: string | undefined, inner: string) => {
    if (before !== undefined && /^(?:\\|[\^_}]\s*$)/.test(before)) return group;
    return (before ?? '') + (inner.includes('\\') ? cleanCommands(cleanAccents(inner)) : inner);
  });
}
