/** Initials, such as "Y.", "S.M." or "J-P". */
const INITIALS = /^(?:\p{Lu}\p{M}*\.?[\s-]?){1,4}$/u;

/** The names in one text, by the separators that exports use: semicolons, "and", or commas. Names are given as "First Last" where the text tells. */
export function splitAuthors(text: string): string[] {
  const parts = authorParts(text.replace(/\s+/g, ' '));
  return parts.map(personName).filter((name) => name !== '' && !/^(?:others|et al\.?)$/i.test(name));
}

/** A name as "First Last", from "Last, First" or "Last, Jr, First"; any other is kept. */
export function personName(text: string): string {
  const parts = text.split(',').map((part) => part.trim()).filter(Boolean);
  const [last = '', second, third] = parts;
  if (second === undefined) return last;
  return third === undefined ? `${second} ${last}` : `${third} ${last} ${second}`;
}

function authorParts(text: string): string[] {
  if (text.includes(';')) return text.split(';');
  if (/\s(?:and|&)\s/i.test(text)) {
    const parts = text.split(/\s(?:and|&)\s/i);
    return isCommaList(parts[0] ?? '') ? parts.flatMap(commaParts) : parts;
  }
  return commaParts(text);
}

/** True for "A B, C D": a list of whole names; false for "Last, First". */
function isCommaList(text: string): boolean {
  const parts = text.split(',').map((part) => part.trim()).filter(Boolean);
  return parts.length > 2 || (parts.length === 2 && parts.every((part) => part.includes(' ')));
}

function commaParts(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim()).filter(Boolean);
  const paired = parts.length % 2 === 0 && parts.every((part, index) => index % 2 === 0 || INITIALS.test(part));
  if (paired) return Array.from({ length: parts.length / 2 }, (_, pair) => parts.slice(pair * 2, pair * 2 + 2).join(', '));
  return parts.length === 2 && !isCommaList(text) ? [text] : parts;
}
