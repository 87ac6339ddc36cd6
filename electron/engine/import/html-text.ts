import { wordPairs } from './word-pairs.ts';

/** Named character references that occur in exports and on pages; others stay as they are. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ...wordPairs(`amp & lt < gt > quot " apos ' ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » hellip … bull • middot · times × divide ÷ plusmn ± deg ° micro µ copy © reg ® trade ™ euro € pound £ yen ¥ cent ¢ sect § para ¶ dagger † prime ′ le ≤ ge ≥ ne ≠ asymp ≈ sim ∼ equiv ≡ infin ∞ minus − sum ∑ radic √ rarr → larr ← harr ↔ uarr ↑ darr ↓ isin ∈ half ½ frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³
  alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω
  aacute á Aacute Á agrave à Agrave À acirc â Acirc Â auml ä Auml Ä atilde ã Atilde Ã aring å Aring Å aelig æ AElig Æ ccedil ç Ccedil Ç eacute é Eacute É egrave è Egrave È ecirc ê Ecirc Ê euml ë Euml Ë iacute í Iacute Í igrave ì icirc î iuml ï ntilde ñ Ntilde Ñ oacute ó Oacute Ó ograve ò ocirc ô ouml ö Ouml Ö otilde õ oslash ø Oslash Ø uacute ú Uacute Ú ugrave ù ucirc û uuml ü Uuml Ü yacute ý szlig ß thorn þ eth ð scaron š Scaron Š zcaron ž Zcaron Ž ccaron č rcaron ř ecaron ě oelig œ`),
]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));/g;

/** A text with its character references (&amp;, &#8211;, &#x2013;) as characters. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, (reference, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? reference;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : reference;
  });
}

/** Elements whose text is not part of what a reader reads. */
const UNREAD = /<(script|style|head|nav|header|footer|aside|noscript|template|svg|button|select|form|iframe|math)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const INLINE = /<\/?(?:a|abbr|b|bdi|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)\b[^>]*>/gi;

/** The paragraphs of a web page, each a line, with blank lines between them; what scripts, menus and forms hold is left out. */
export function pageText(html: string): string {
  const body = html.replace(/<!--[\s\S]*?-->/g, ' ').replace(/\s+/g, ' ');
  const text = withoutNested(body, UNREAD).replace(/<br\b[^>]*>/gi, '\n').replace(INLINE, '').replace(/<\/?[a-z][^>]*>|<![^>]*>/gi, '\n\n');
  return decodeEntities(text).replace(/[ \t]*\n[ \t]*/g, '\n');
}

function withoutNested(text: string, pattern: RegExp): string {
  const shorter = text.replace(pattern, '\n\n');
  return shorter.length === text.length ? text : withoutNested(shorter, pattern);
}

/** True for the start of a web page. */
export function looksLikeHtml(prefix: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)?(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html\b)/i.test(prefix) || /<body\b/i.test(prefix);
}
