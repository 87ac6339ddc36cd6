import { Star } from 'lucide-react';
import type { GridColumn } from '../parts/data-grid.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import { toggleStar } from '../state/annotate-actions.ts';
import type { PaperRow } from '../state/paper-rows.ts';
import { asPercent } from '../state/words.ts';

/** All columns of the table of papers. The title is always shown. */
export const PAPER_COLUMNS: readonly GridColumn<PaperRow>[] = [
  { id: 'starred', label: 'Starred', icon: Star, width: '44px', first: 'descending', valueOf: ({ starred }) => Number(starred), cell: (row) => <StarButton row={row} /> },
  { id: 'title', label: 'Title', width: 'minmax(220px, 3fr)', first: 'ascending', valueOf: ({ paper }) => paper.title, cell: ({ paper }) => <span className="paper-cell-title" title={paper.title}>{paper.title}</span> },
  { id: 'authors', label: 'Authors', width: 'minmax(104px, 1fr)', first: 'ascending', valueOf: ({ authors }) => lastName(authors[0]), cell: ({ authors }) => <span title={authors.join(', ')}>{authorsInShort(authors)}</span> },
  { id: 'year', label: 'Year', width: '64px', align: 'right', first: 'descending', valueOf: ({ year }) => year, cell: ({ year }) => year },
  { id: 'topic', label: 'Topic', width: 'minmax(132px, 1.3fr)', first: 'ascending', valueOf: ({ topic }) => topic, cell: ({ topic, position }) => <><TopicDot position={position} /><span title={topic ?? undefined}>{topic ?? 'None'}</span></> },
  { id: 'concepts', label: 'Concepts', width: 'minmax(150px, 1.7fr)', first: 'ascending', valueOf: ({ concepts }) => concepts[0] ?? null, cell: ({ concepts }) => <span title={concepts.join(', ')}>{concepts.join(', ')}</span> },
  { id: 'links', label: 'Links', width: '66px', align: 'right', first: 'descending', valueOf: ({ links }) => links, cell: ({ links }) => links },
  { id: 'venue', label: 'Venue', width: 'minmax(100px, 1fr)', first: 'ascending', valueOf: ({ venue }) => venue, cell: ({ venue }) => <span title={venue ?? undefined}>{venue}</span> },
  { id: 'confidence', label: 'Confidence', width: '104px', align: 'right', first: 'descending', valueOf: ({ topic, paper }) => (topic === null ? null : paper.confidence), cell: ({ topic, paper }) => (topic === null ? '' : asPercent(paper.confidence)) },
  { id: 'citations', label: 'Citations', width: '92px', align: 'right', first: 'descending', valueOf: ({ citations }) => citations, cell: ({ citations }) => citations?.toLocaleString('en') },
  { id: 'tags', label: 'Tags', width: 'minmax(90px, 0.8fr)', first: 'ascending', valueOf: ({ tags }) => tags[0] ?? null, cell: ({ tags }) => <span title={tags.join(', ')}>{tags.join(', ')}</span> },
  { id: 'source', label: 'File', width: 'minmax(100px, 0.8fr)', first: 'ascending', valueOf: ({ source }) => source, cell: ({ source }) => <span title={source ?? undefined}>{source}</span> },
];

/** The columns of which some paper has something to tell. */
export function tellingColumns(rows: readonly PaperRow[]): readonly GridColumn<PaperRow>[] {
  const optional = ['authors', 'year', 'venue', 'citations', 'tags', 'source'];
  return PAPER_COLUMNS.filter((column) => !optional.includes(column.id) || rows.some((row) => column.valueOf(row) !== null));
}

function StarButton({ row }: { row: PaperRow }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`star-cell ${row.starred ? 'is-starred' : ''}`}
      aria-pressed={row.starred}
      aria-label={row.starred ? `Take the star from ${row.paper.title}` : `Star ${row.paper.title}`}
      onClick={(event) => {
        event.stopPropagation();
        void toggleStar([{ kind: 'paper', id: row.id }]);
      }}
    >
      <Star size={14} aria-hidden />
    </button>
  );
}

/** "Hu", "Hu and Shen", "Hu et al.": the names by which a paper is known. */
function authorsInShort(authors: readonly string[]): string {
  const [first, second, ...others] = authors;
  if (first === undefined) return '';
  if (second === undefined) return first;
  return others.length > 0 ? `${lastName(first) ?? first} et al.` : `${lastName(first) ?? first} and ${lastName(second) ?? second}`;
}

/** The family name of an author written "Hu, Edward" or "Edward Hu"; null for none. */
function lastName(author: string | undefined): string | null {
  if (author === undefined) return null;
  return author.includes(',') ? (author.split(',')[0]?.trim() ?? null) : (author.trim().split(/\s+/).at(-1) ?? null);
}
