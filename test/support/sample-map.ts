import type { ConceptDetail, LinkExplanation, Mention, MentionSentence, PaperDetail } from '../../shared/details.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import { DEFAULT_VIEW_STATE } from '../../shared/settings.ts';
import type { MapLink, MapPaper, TopicMap } from '../../shared/topic-map.ts';
import { seededRandom } from '../../electron/engine/random.ts';
import { plantedMap } from './planted-map.ts';

/** All that a window asks about one library, worked out beforehand: a stand-in for the engine. */
export interface SampleLibrary {
  state: LibraryState;
  papers: Record<string, PaperDetail>;
  concepts: Record<string, ConceptDetail>;
  /** By "source target", as in the map. */
  links: Record<string, LinkExplanation>;
}

const SENTENCES = [
  'We revisit {} and show that much of its cost can be avoided without losing accuracy.',
  'Building on {}, the method trains in a single pass and needs no further tuning.',
  'Experiments on nine benchmarks confirm that {} explains most of the gain.',
  'Earlier work treats {} as fixed; we learn it jointly with the model, at 3.5% more compute.',
  'An ablation isolates the role of {} and rules out simpler explanations.',
];

/** A library of a planted map with made-up abstracts in which every concept of a paper is mentioned. Same count and seed, same library. */
export function sampleLibrary(paperCount: number, seed = 1): SampleLibrary {
  const map = plantedMap(paperCount, seed);
  const random = seededRandom(seed);
  const papers = Object.fromEntries(map.papers.map((paper) => [paper.id, paperDetail(paper, map, random)]));
  return {
    state: { name: 'Sample', unsaved: true, settings: map.parameters, view: DEFAULT_VIEW_STATE, map, mapVersion: 'sample', canUndo: false, canRedo: false, undoLabel: null, redoLabel: null, recent: [], annotations: [], lists: [], pinned: [], corrections: [] },
    papers,
    concepts: Object.fromEntries(map.concepts.map((concept) => [concept.id, conceptDetail(concept.id, map, papers)])),
    links: Object.fromEntries(map.links.map((link) => [`${link.source} ${link.target}`, explanation(link, map, papers)])),
  };
}

function labelOf(map: TopicMap, concept: string): string {
  return map.concepts.find(({ id }) => id === concept)?.label ?? concept;
}

function paperDetail(paper: MapPaper, map: TopicMap, random: () => number): PaperDetail {
  let abstract = '';
  const mentions: Mention[] = [];
  const first = Math.floor(random() * SENTENCES.length);
  for (const [position, { id }] of paper.concepts.entries()) {
    const label = labelOf(map, id);
    const sentence = SENTENCES[(first + position) % SENTENCES.length] ?? '{}';
    const start = abstract.length + sentence.indexOf('{}');
    mentions.push({ concept: id, field: 'abstract', start, end: start + label.length });
    abstract += `${sentence.replace('{}', label)} `;
  }
  return {
    id: paper.id,
    title: paper.title,
    abstract: abstract.trim(),
    year: paper.year ?? null,
    authors: ['Ada Example', 'Bo Sample', 'Chi Instance'].slice(0, 1 + Math.floor(random() * 3)),
    venue: random() < 0.7 ? 'Conference on Examples' : null,
    doi: random() < 0.4 ? `10.1000/${paper.id}` : null,
    arxiv: random() < 0.7 ? `2401.${paper.id.slice(-5)}` : null,
    url: null,
    keywords: [],
    citations: null,
    source: { file: 'sample.jsonl', line: 1, format: 'jsonl' },
    mentions,
  };
}

function sentencesOf(paper: PaperDetail | undefined, concept: string): MentionSentence[] {
  const mention = paper?.mentions.find((one) => one.concept === concept);
  if (!paper || !mention) return [];
  const start = paper.abstract.lastIndexOf('. ', mention.start) + 1;
  const next = paper.abstract.indexOf('. ', mention.end);
  const end = next < 0 ? paper.abstract.length : next + 1;
  const text = paper.abstract.slice(start, end).trimStart();
  const shift = paper.abstract.indexOf(text, start);
  return [{ paper: paper.id, field: 'abstract', text, start: mention.start - shift, end: mention.end - shift }];
}

function conceptDetail(concept: string, map: TopicMap, papers: Record<string, PaperDetail>): ConceptDetail {
  const mentioning = map.papers.flatMap((paper) => {
    const weight = paper.concepts.find(({ id }) => id === concept)?.weight;
    return weight === undefined ? [] : [{ id: paper.id, weight, sentence: sentencesOf(papers[paper.id], concept)[0] ?? null }];
  });
  return { id: concept, label: labelOf(map, concept), aliases: [`${labelOf(map, concept)}s`], broader: [], papers: mentioning.sort((a, b) => b.weight - a.weight) };
}

function explanation(link: MapLink, map: TopicMap, papers: Record<string, PaperDetail>): LinkExplanation {
  return {
    source: link.source,
    target: link.target,
    weight: link.weight,
    because: link.concepts.map(({ id, share }) => ({ id, share, label: labelOf(map, id), source: sentencesOf(papers[link.source], id), target: sentencesOf(papers[link.target], id) })),
  };
}
