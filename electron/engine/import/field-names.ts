import type { RawRecord } from './record.ts';

/** Fields that a table's column or an object's key can hold. */
export type RecordField = Exclude<keyof RawRecord, 'line'>;

const RECORD_FIELDS = ['id', 'title', 'abstract', 'year', 'authors', 'venue', 'doi', 'arxiv', 'url', 'keywords', 'citations'] as const satisfies readonly RecordField[];

/** Wordings of each field, reduced to letters and digits; the first that is there and not empty is taken. */
const WORDINGS: Record<RecordField, readonly string[]> = {
  title: ['title', 'articletitle', 'documenttitle', 'papertitle', 'itemtitle', 'primarytitle', 'worktitle', 'ti', 'displayname', 'papername', 'name'],
  abstract: ['abstract', 'abstractnote', 'articleabstract', 'paperabstract', 'abstracttext', 'ab', 'summary', 'description'],
  year: ['year', 'publicationyear', 'pubyear', 'yearpublished', 'publishedyear', 'yearofpublication', 'py', 'publicationdate', 'date', 'dateofpublication', 'publisheddate', 'published', 'issued', 'coverdate', 'onlinedate'],
  authors: ['authors', 'author', 'authornames', 'authorlist', 'authorfullnames', 'fullauthornames', 'authorships', 'creators', 'au', 'af'],
  doi: ['doi', 'di', 'doilink', 'doiurl', 'articledoi'],
  arxiv: ['arxiv', 'arxivid', 'eprint'],
  keywords: ['keywords', 'authorkeywords', 'keywordsauthor', 'manualtags', 'tags', 'keyword', 'de'],
  venue: ['sourcetitle', 'journal', 'publicationtitle', 'venue', 'journaltitle', 'journalname', 'containertitle', 'booktitle', 'so', 'conferencename', 'conference', 'publication', 'source'],
  url: ['url', 'link', 'articleurl', 'paperurl', 'weblink', 'urls', 'links', 'landingpageurl', 's2url'],
  citations: ['citationcount', 'citedbycount', 'citedby', 'timescited', 'timescitedwoscore', 'timescitedalldatabases', 'tc', 'z9', 'articlecitationcount', 'numberofcitations', 'citations', 'cites', 'citingworkscount', 'isreferencedbycount', 'ncitations', 'numcitedby'],
  id: ['id', 'paperid', 'recordid', 'identifier'],
};

/** A column header or key reduced to what is compared: lower-case letters and digits. */
function normaliseFieldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** For each field the places of the names that may hold it, best first. */
export function fieldSources(names: readonly string[]): Map<RecordField, number[]> {
  const normalised = names.map(normaliseFieldName);
  const sources = new Map<RecordField, number[]>();
  for (const field of RECORD_FIELDS) {
    const found = WORDINGS[field].map((wording) => normalised.indexOf(wording)).filter((index) => index >= 0);
    if (found.length > 0) sources.set(field, found);
  }
  return sources;
}

/** Keywords of one text: apart by semicolons, else by line ends or bars, else by commas. */
export function splitKeywords(text: string): string[] {
  const separator = [';', '\n', '|', ','].find((candidate) => text.includes(candidate));
  return (separator === undefined ? [text] : text.split(separator)).map((keyword) => keyword.trim()).filter(Boolean);
}
