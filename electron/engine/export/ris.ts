import type { Paper } from '../../../shared/paper.ts';
import { ownAddress } from './own-address.ts';
import { familyFirst } from './person-names.ts';
import { workKind, type WorkKind } from './work-kind.ts';

const TYPES: Record<WorkKind, string> = { article: 'JOUR', conference: 'CONF', other: 'GEN' };

/** Papers as RIS in UTF-8, in their order. */
export function writeRis(papers: readonly Paper[]): string {
  return papers.map(recordOf).join('\r\n');
}

function recordOf(paper: Paper): string {
  const fields: [string, string | number | null][] = [
    ['TY', TYPES[workKind(paper)]],
    ['TI', paper.title],
    ...paper.authors.map((name): [string, string] => ['AU', familyFirst(name)]),
    ['PY', paper.year],
    ['T2', paper.venue],
    ['DO', paper.doi],
    ['AN', paper.arxiv === null ? null : `arXiv:${paper.arxiv}`],
    ['UR', ownAddress(paper)],
    ...paper.keywords.map((keyword): [string, string] => ['KW', keyword.replaceAll(';', ',')]),
    ['AB', paper.abstract],
    ['N1', paper.citations === null ? null : `Cited By: ${paper.citations}`],
  ];
  const lines = fields.filter(([, value]) => value !== null && value !== '').map(([tag, value]) => `${tag}  - ${oneLine(String(value))}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
