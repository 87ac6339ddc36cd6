import type { Paper, PaperFormat } from '../../../shared/paper.ts';
import { cleanText } from './clean-text.ts';
import { findArxivId, findDoi, findYear, parseArxivId, parseCount } from './identifiers.ts';
import type { Markup, RawRecord } from './record.ts';

/** A paper that has no id yet, since ids depend on what else there is; `ownId` is the one its record brought. */
export interface UnnamedPaper extends Omit<Paper, 'id'> {
  ownId: string | null;
}

/** What exports write where they have nothing. */
const NOTHING = /^(?:n\/?a|none|null|nan|undefined|untitled|-+|\[?no (?:title|abstract)(?: (?:is )?available)?\]?\.?)$/i;
const PUBLISHERS_LINE = /(?:©|\(c\)|copyright\b)\s*(?:©|\(c\)|copyright)?\s*(?:the authors?\(?s?\)?,?\s*)?(?:19|20)\d\d\b[^©]{0,160}$/i;
const PUBLISHERS_LINE_LENGTH = 240;
const PUBLISHERS_START = /^(?:©|\(c\)|copyright ©)\s*(?:the authors?\(?s?\)?,?\s*)?(?:19|20)\d\d\b[^.]{0,100}(?:\.|(?<=(?:Ltd|Inc|Co)\.))\s*(?:All rights reserved\.\s*|Licensee [^.]{0,60}\.\s*)*(?=\S)/i;
const ABSTRACT_LABEL = /^(?:abstract\s*[:.—–-]+\s*|ABSTRACT\s+(?=\p{Lu}))(?=\S)/iu;

/** A record as a paper, cleaned for display and matching, its text as it came kept where that differs; null without a title. */
export function makePaper(record: RawRecord, file: string, format: PaperFormat, markup: Markup): UnnamedPaper | null {
  const clean = (text: string | undefined) => given(cleanText(text ?? '', markup));
  const title = tidyTitle(clean(record.title));
  if (title === '') return null;
  const abstract = tidyAbstract(clean(record.abstract));
  const doi = findDoi(plainLink(record.doi)) ?? findDoi(plainLink(record.url));
  const arxiv = parseArxivId(record.arxiv) ?? findArxivId(record.doi) ?? findArxivId(record.url);
  const original = originals(record, title, abstract);
  return {
    ownId: given(record.id?.trim() ?? '') || null,
    title,
    abstract,
    year: findYear(record.year),
    authors: unique((record.authors ?? []).map(clean).filter(Boolean)),
    venue: clean(record.venue) || null,
    doi,
    arxiv,
    url: webLink(record.url) ?? (doi === null ? null : `https://doi.org/${doi}`) ?? (arxiv === null ? null : `https://arxiv.org/abs/${arxiv}`),
    keywords: unique((record.keywords ?? []).map(clean).filter(Boolean)),
    citations: parseCount(record.citations),
    source: { file, line: record.line, format },
    ...(original ? { original } : {}),
  };
}

function given(text: string): string {
  return NOTHING.test(text) ? '' : text;
}

/** Without the full stop that some databases put after every title, and without brackets around the whole. */
function tidyTitle(title: string): string {
  const bare = /^\[[^[\]]+\]\.?$/.test(title) ? title.replace(/^\[|\]\.?$/g, '') : title;
  return bare.replace(/(?<=[\p{L}\p{N}”"')\]]{2})(?<!\b(?:al|etc|vs|Inc|Ltd|Jr|St|(?:\p{Lu}\.)+\p{Lu}))\.$/u, '').trim();
}

/** Without the word "Abstract" before it and the publisher's line around it. */
function tidyAbstract(abstract: string): string {
  const start = abstract.replace(ABSTRACT_LABEL, '').replace(PUBLISHERS_START, '');
  const end = start.slice(-PUBLISHERS_LINE_LENGTH);
  return (start.slice(0, -PUBLISHERS_LINE_LENGTH) + end.replace(PUBLISHERS_LINE, '')).trim();
}

function originals(record: RawRecord, title: string, abstract: string): Paper['original'] {
  const original: Paper['original'] = {};
  if (differs(record.title, title)) original.title = record.title ?? '';
  if (differs(record.abstract, abstract)) original.abstract = record.abstract ?? '';
  return Object.keys(original).length > 0 ? original : undefined;
}

/** White space alone is no difference. */
function differs(written: string | undefined, cleaned: string): boolean {
  return written !== undefined && written !== cleaned && written.replace(/\s+/g, ' ').trim() !== cleaned;
}

function plainLink(text: string | undefined): string | undefined {
  return text?.replace(/\\([_%&#{}])/g, '$1').replace(/[{}]/g, '');
}

/** The first http or https address in a text. */
function webLink(text: string | undefined): string | null {
  const address = /https?:\/\/[^\s"<>;]+/i.exec(plainLink(text) ?? '')?.[0];
  return address !== undefined && URL.canParse(address) ? address : null;
}

function unique(values: string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()));
}
