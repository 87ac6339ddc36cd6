import type { PathEnd, Selection } from '../../shared/settings.ts';
import type { MapIndex } from './map-index.ts';
import { counted } from './words.ts';

/** What a selection is called in a line, as in the trail: titles and names, or what is seen while nothing is selected. */
export function selectionName(selection: Selection | null, index: Pick<MapIndex, 'papers' | 'concepts' | 'topics'>): string {
  if (selection === null) return 'The whole map';
  const paper = (id: string) => index.papers.get(id)?.title ?? id;
  const short = (id: string) => shortTitle(paper(id));
  const end = ({ kind, id }: PathEnd) => (kind === 'paper' ? short(id) : topic(id));
  const topic = (id: string) => index.topics.get(id)?.label ?? id;
  switch (selection.kind) {
    case 'paper': return paper(selection.id);
    case 'concept': return index.concepts.get(selection.id)?.label ?? selection.id;
    case 'topic': return topic(selection.id);
    case 'link': return `${short(selection.source)} ↔ ${short(selection.target)}`;
    case 'path': return `${end(selection.from)} → ${end(selection.to)}`;
    case 'compare': return `${topic(selection.topics[0])} ↔ ${topic(selection.topics[1])}`;
    case 'papers': return counted(selection.ids.length, 'paper');
  }
}

/** What an end of a path is called: a paper's title or a topic's name. */
export function endName(end: PathEnd, index: Pick<MapIndex, 'papers' | 'topics'>): string {
  return (end.kind === 'paper' ? index.papers.get(end.id)?.title : index.topics.get(end.id)?.label) ?? end.id;
}

const SHORT_LETTERS = 32;

/** The beginning of a title by which a paper is known: what stands before its colon, or the first words. */
export function shortTitle(title: string): string {
  const [beginning = ''] = title.split(/: /u);
  if (beginning.length <= SHORT_LETTERS) return beginning;
  const cut = beginning.slice(0, SHORT_LETTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT_LETTERS / 2))}…`;
}
