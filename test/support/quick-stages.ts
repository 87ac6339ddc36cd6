import { readFileSync } from 'node:fs';
import { exportMap } from '../../electron/engine/export/export-map.ts';
import type { Concept, ConceptIndex, ImportSource, Watch } from '../../electron/engine/model.ts';
import type { NodePositions, Stages } from '../../electron/engine/stages.ts';
import type { ImportReport, Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import type { TopicMap } from '../../shared/topic-map.ts';

/*
 * Stages quick enough to run hundreds of times, for tests of what is built around them. A source is text with one title a line;
 * a concept is a word of a title; a topic holds the papers whose titles begin with the same letters: one letter, or more where the resolution asks for it.
 */
export const QUICK_STAGES: Stages = { readPapers, joinDuplicates, findConcepts: indexOf, buildMap, makeReady: () => () => undefined, exportMap };

async function readPapers(sources: ImportSource[], watch: Watch): Promise<{ papers: Paper[]; report: ImportReport }> {
  const papers: Paper[] = [];
  const report: ImportReport = { files: [] };
  for (const source of sources) {
    watch.check();
    await Promise.resolve();
    const lines = textOf(source).split('\n').filter((line) => line !== '');
    papers.push(...lines.map((title, line) => quickPaper(title, source.name, line + 1)));
    report.files.push({ file: source.name, format: 'text', records: lines.length, papers: lines.length, skipped: [], duplicates: 0 });
  }
  return { papers: joinDuplicates([], papers).papers, report };
}

function textOf(source: ImportSource): string {
  if ('path' in source) return readFileSync(source.path, 'utf8');
  return 'bytes' in source ? new TextDecoder().decode(source.bytes) : '';
}

function quickPaper(title: string, file: string, line: number): Paper {
  const abstract = `This is about ${title}. Nothing else is said.`;
  return { id: title.toLowerCase().replaceAll(' ', '-'), title, abstract, year: null, authors: [], venue: null, doi: null, arxiv: null, url: null, keywords: [], citations: null, source: { file, line, format: 'text' } };
}

function joinDuplicates(known: readonly Paper[], incoming: readonly Paper[]): { papers: Paper[]; added: string[]; replaced: string[] } {
  const knownIds = new Set(known.map((paper) => paper.id));
  const byId = new Map([...incoming, ...known].map((paper) => [paper.id, paper]));
  const papers = [...byId.values()].sort((a, b) => compareText(a.id, b.id));
  return { papers, added: papers.map((paper) => paper.id).filter((id) => !knownIds.has(id)), replaced: [] };
}

function buildMap(papers: readonly Paper[], settings: MapSettings, { index, previous }: { index: ConceptIndex; previous?: NodePositions }, watch: Watch): TopicMap {
  watch.progress({ stage: 'topics', done: 0, total: papers.length, label: 'Finding topics' });
  watch.check();
  const topicOf = (id: string) => id.slice(0, Math.ceil(settings.resolution));
  const placed = <T extends { id: string }>(node: T, row: number) => ({ ...node, ...(previous?.get(node.id) ?? { x: row * 12 + settings.seed, y: (row % 3) * 12 }) });
  const topics = [...new Set(papers.map((paper) => topicOf(paper.id)))].sort(compareText);
  return {
    format: 'concept-atlas/topic-map',
    version: 1,
    parameters: settings,
    papers: papers.map(({ id, title }, row) => placed({ id, title, topic: topicOf(id), confidence: 1, concepts: [], x: 0, y: 0 }, row)),
    concepts: index.concepts.map(({ id, label, aliases, papers: count }, row) => placed({ id, label, aliases, papers: count, topic: null, x: 0, y: 0 }, row)),
    topics: topics.map((id) => ({ id, label: `Topic ${id}`, concepts: [], papers: papers.filter((paper) => topicOf(paper.id) === id).length })),
    links: [],
    quality: { modularity: 0, stability: 1, coverage: 1 },
    notices: [],
  };
}

function indexOf(papers: readonly Paper[]): ConceptIndex {
  const words = [...new Set(papers.flatMap((paper) => wordsOf(paper.title).map((word) => word.text)))].sort(compareText);
  const concepts: Concept[] = words.map((word) => ({ id: `word-${word}`, label: word, aliases: [], papers: papers.filter((paper) => paper.title.toLowerCase().includes(word)).length, broader: [], joins: [] }));
  const mentions = papers.map((paper) => wordsOf(paper.title).map(({ text, start }) => ({ concept: words.indexOf(text), start, end: start + text.length })));
  const flat = mentions.flat();
  const offsets = new Uint32Array(papers.length + 1);
  for (const [row, own] of mentions.entries()) offsets[row + 1] = (offsets[row] ?? 0) + own.length;
  return {
    concepts,
    paperConcepts: { offsets, indices: Uint32Array.from(flat, ({ concept }) => concept), values: new Float32Array(flat.length).fill(1) },
    mentions: { offsets, concept: Uint32Array.from(flat, ({ concept }) => concept), field: new Uint8Array(flat.length), start: Uint32Array.from(flat, ({ start }) => start), end: Uint32Array.from(flat, ({ end }) => end) },
  };
}

function wordsOf(title: string): { text: string; start: number }[] {
  return [...title.toLowerCase().matchAll(/\w+/g)].map((match) => ({ text: match[0], start: match.index }));
}
