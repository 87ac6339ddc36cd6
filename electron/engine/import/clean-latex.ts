import { mathText, scriptOf } from './clean-math.ts';
import { LATEX_ACCENTS, LATEX_SYMBOLS, symbols } from './latex-symbols.ts';
import { script } from './scripts.ts';

/** One round of making LaTeX in running text plain: mathematics, accents, commands with their arguments. */
export function cleanLatex(text: string): string {
  let result = cleanAccents(text);
  result = result.replace(/\$\$([^$]{1,2000})\$\$|(?<![\\$])\$(?=\S)((?:[^$\\]|\\[\s\S]){0,600}?[^\s\\$]|\\[A-Za-z]+|[^\s$])\$(?!\d)/g, (whole, display?: string, inline?: string) => mathText(whole, display ?? inline ?? ''));
  result = result.replace(/(?<!\\)\$([^$]{1,600})\$(?!\d)/g, (whole, spaced: string) => (/[\\^_=<>]/.test(spaced) ? mathText(whole, spaced.trim()) : whole));
  result = result.replace(/\\\(([^$]{1,600}?)\\\)|\\\[([^$]{1,2000}?)\\\]/g, (whole, inline?: string, display?: string) => mathText(whole, inline ?? display ?? ''));
  return cleanCommands(result);
}

/** One round for text in which braces group and go, but for escaped ones, which have to be guarded. */
export function cleanLatexOnce(text: string): string {
  const bare = withoutInnermostBraces(cleanAccents(text));
  return /[\\$]|[\^_]\{/.test(bare) ? cleanLatex(bare) : bare;
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

/** A group without groups in it, with what stands right before it. */
const INNERMOST_GROUP = /(\\[A-Za-z]+\*?\s*|\\['`^"~=.]|[\^_}]\s*|^|[^\\{}])?\{([^{}]*)\}/g;

function withoutInnermostBraces(text: string): string {
  return text.replace(INNERMOST_GROUP, (group, before: string | undefined, inner: string) => {
    if (before !== undefined && /^(?:\\|[\^_}]\s*$)/.test(before)) return group;
    return (before ?? '') + (inner.includes('\\') ? cleanCommands(cleanAccents(inner)) : inner);
  });
}
