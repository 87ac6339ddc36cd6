import { guarded } from './braces.ts';
import { symbols } from './latex-symbols.ts';
import { script } from './scripts.ts';

/** Signs of money: two plain words side by side, or an amount. */
const MONEY = /(?<![\\A-Za-z])[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}|^[\d.,]+\s*(?:k|m|bn|million|billion|USD)\b/;
const MATH_SPACING = /\\[,;:!>]|\\(?:quad|qquad|left|right|big|Big|bigg|Bigg|displaystyle|textstyle|limits|nolimits|nonumber|cal|bf|rm|it|sf|tt)(?![A-Za-z])|\\math[a-z]{2,4}(?![A-Za-z])(?!\s*\{)\s*|\\\\|&/g;

/** Mathematics (without its dollar signs) as readable Unicode; the whole as it was where it can't be mathematics. */
export function mathText(whole: string, math: string): string {
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
export function scriptOf(kind: string, inner: string): string {
  const plain = symbols(inner, '').trim();
  if (kind === '^' && plain === '∘') return '°';
  return script(kind, plain, Array.from(plain).length > 1 ? `${kind}(${plain})` : kind + plain);
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.\\]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}
