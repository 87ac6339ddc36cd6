/*
 * What a paragraph of a pasted text or web page may be, told by its shape alone: length, sentences, capitals, and the few phrases
 * that all web pages share.
 */

/** Phrases of menus, forms and footers. */
const FURNITURE = /\b(?:sign (?:in|up)|log ?in|log ?out|subscribe|newsletter|e-?mail inbox|your (?:e-?mail|inbox|account)|all rights reserved|privacy policy|cookies?|terms of (?:use|service)|skip to|back to top|load more|read more|show more|follow us|contact us|download pdf|view pdf|javascript|copyright (?:©|\(c\)|\d{4}))\b|^©/i;
const DATE = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*\d{0,4}(?:st|nd|rd|th)?(?:,?\s+\d{4})?$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i;
const PERSON = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}(?:(?:van|von|de|der|den|di|da|la|le)\s+){0,2}\p{Lu}[\p{L}’'-]+\W*\d*$/u;
const SENTENCE_END = /[.?!…]["'”’)\]]*(?=\s|$)/g;

/** A number or bullet before a title: "12. ", "[3] ", "- ", "## ". */
const ORDINAL = /^(?:[([]?\d{1,4}[.)\]]{1,2}\s+|[-•*–·▪►]\s+|#{1,6}\s+)+(?=\S)/;

/** A title without the number, bullet or Markdown signs around it. */
export function bareTitle(text: string): string {
  return text.replace(ORDINAL, '').replace(/^(\*\*|__)(.+)\1$/, '$2').trim();
}

/** True for what web pages say to their visitors. */
export function isFurniture(text: string): boolean {
  return FURNITURE.test(text) && text.length < 600;
}

/** True for running text: sentences of some length, the last of them ended. */
export function isProse(text: string, minimumLength: number): boolean {
  if (text.length < minimumLength || isFurniture(text)) return false;
  const words = text.split(/\s+/).length;
  const sentences = text.match(SENTENCE_END)?.length ?? 0;
  if (text.length >= 400) return sentences > 0 || words > 60;
  return words >= 8 && (/[.!?…]["'”’)\]]*$/.test(text) ? sentences >= 2 || text.endsWith('.') : sentences >= 2 && text.length >= 200);
}

/** How well a paragraph would do as a title, 0 to 1. */
export function titleScore(raw: string): number {
  const text = bareTitle(raw);
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (text.length < 4 || text.length > 300 || words.length === 0 || DATE.test(text) || LINK.test(text)) return 0;
  if (isFurniture(text)) return 0.05;
  if (/^by\s?\p{Lu}/u.test(text) || isByline(text)) return 0.2;
  const length = words.length > 30 ? 0.4 : words.length >= 4 ? 0.9 : words.length === 3 ? 0.75 : words.length === 2 ? 0.55 : 0.3;
  const lowerStart = /^\p{Ll}+(?![\p{L}\d-]*\p{Lu})/u.test(text) ? 0.25 : 0;
  const sentence = /[^.]\.$/.test(text) && words.length > 12 ? 0.3 : 0;
  const shout = text.endsWith('!') ? 0.3 : 0;
  return Math.max(0, length - lowerStart - sentence - shout);
}

/** True for a list of people's names. */
function isByline(text: string): boolean {
  const names = text.split(/\s*[,;·•|]\s*|\s+(?:and|&)\s+/).filter(Boolean);
  return names.length > 1 && names.every((name) => PERSON.test(name));
}
