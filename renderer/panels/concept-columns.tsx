import type { GridColumn } from '../parts/data-grid.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import type { ConceptRow } from '../state/concept-rows.ts';

/** All columns of the table of concepts. */
export const CONCEPT_COLUMNS: readonly GridColumn<ConceptRow>[] = [
  { id: 'label', label: 'Concept', width: 'minmax(180px, 2fr)', first: 'ascending', valueOf: ({ concept }) => concept.label, cell: ({ concept }) => <span className="paper-cell-title" title={concept.label}>{concept.label}</span> },
  { id: 'papers', label: 'Papers', width: '104px', align: 'right', first: 'descending', valueOf: ({ papers }) => papers, cell: ({ papers, allPapers }) => <PapersCell papers={papers} all={allPapers} /> },
  { id: 'topic', label: 'Topic', width: 'minmax(150px, 1.4fr)', first: 'ascending', valueOf: ({ topic }) => topic, cell: ({ topic, position }) => <><TopicDot position={position} /><span title={topic ?? undefined}>{topic ?? 'None'}</span></> },
  { id: 'wordings', label: 'Other wordings', width: 'minmax(180px, 2fr)', first: 'descending', valueOf: ({ concept }) => concept.aliases.length, cell: ({ concept }) => <span title={concept.aliases.join(', ')}>{concept.aliases.join(', ')}</span> },
  { id: 'links', label: 'Links', width: '76px', align: 'right', first: 'descending', valueOf: ({ links }) => links, cell: ({ links }) => links.toLocaleString('en') },
];

function PapersCell({ papers, all }: { papers: number; all: number }) {
  return papers === all ? all.toLocaleString('en') : <span>{papers.toLocaleString('en')} <span className="of-all">of {all.toLocaleString('en')}</span></span>;
}
