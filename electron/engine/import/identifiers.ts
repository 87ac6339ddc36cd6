import { createHash } from 'node:crypto';

/** A field that holds a DOI and nothing else: all of it counts, whatever signs are in it. */
const DOI_FIELD = /^\s*(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi\s*[:=]?\s*)?(10\.\d{4,9}\/\S+)/i;
const DOI_IN_TEXT = /(?<![\w.])(10\.\d{4,9}\/[^\s"<>{}|\\^`&?#]+)/i;
/** What publishers' addresses add to a DOI. */
const ADDRESS_END = /(?:\/(?:full|pdf|epdf|abstract|html|meta|summary)(?:\/.*)?|\.pdf)$/;
const ARXIV_NUMBER = String.raw`(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?![\d/])`;
const ARXIV_MENTION = new RegExp(String.raw`arxiv(?:\.org)?\s*[:./\s]\s*(?:abs\/|pdf\/|html\/)?${ARXIV_NUMBER}`, 'i');
const ARXIV_BARE = new RegExp(`^\\s*${ARXIV_NUMBER}`, 'i');

/** The DOI in a text (a bare DOI, a link to one, or a publisher's address with one in it), in lower case; null where there is none. */
export function findDoi(text: string | null | undefined): string | null {
  if (!text?.includes('10.')) return null;
  const plain = text.replace(/%2f/gi, '/').replace(/\s+(?=\[)|(?<=\[)\s+/g, '');
  const field = DOI_FIELD.exec(plain)?.[1];
  const doi = (field ?? DOI_IN_TEXT.exec(plain)?.[1])?.toLowerCase().replace(/[.,;:']+$/, '');
  if (doi === undefined) return null;
  const whole = field === undefined ? doi.replace(ADDRESS_END, '') : doi;
  return (whole.endsWith(')') && !whole.includes('(')) || (whole.endsWith(']') && !whole.includes('[')) ? whole.slice(0, -1) : whole;
}

/** The arXiv id that a text mentions (link, "arXiv:…", DOI of arXiv), without its version; null where there is none. */
export function findArxivId(text: string | null | undefined): string | null {
  return text ? (ARXIV_MENTION.exec(text)?.[1]?.toLowerCase() ?? null) : null;
}

/** The arXiv id of a field that holds one, with or without "arXiv:" before it; null where there is none. */
export function parseArxivId(text: string | null | undefined): string | null {
  return text ? (ARXIV_BARE.exec(text)?.[1]?.toLowerCase() ?? findArxivId(text)) : null;
}

/** The year in a text, such as a date: the first number from 1500 to 2099 that stands alone; null where there is none. */
export function findYear(text: string | null | undefined): number | null {
  const match = text ? /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text) : null;
  return match ? Number(match[1]) : null;
}

/** The count that a field holds and nothing else, with commas, spaces or a “.0” as tables write them; null where it holds anything else. */
export function parseCount(text: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,3}(?:[, ]\d{3})+|\d{1,9})(?:\.0+)?\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits.replace(/[, ]/g, ''));
}

/** The number of citations that a note tells, as databases write it: "Cited By :12", "Times Cited in Web of Science Core Collection: 12"; undefined where it tells none. */
export function citationsInNote(text: string | null | undefined): string | undefined {
  return /\b(?:cited[ -]by\s*:?|times[ -]cited[^:;\d]*:)\s*(\d[\d,]*)/i.exec(text ?? '')?.[1];
}

/** A title reduced to its letters and digits, in lower case and without accents, so that wordings that differ in punctuation only are the same. */
export function normaliseTitle(title: string): string {
  const letters = title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? title.trim().toLowerCase() : letters;
}

/** A short stable hash of a text: 16 hexadecimal digits of its SHA-1. */
export function shortHash(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 16);
}
