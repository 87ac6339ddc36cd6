import { useState, type ReactNode } from 'react';
import type { MapPaper } from '../../shared/topic-map.ts';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { counted } from '../state/words.ts';
import { TopicDot } from './topic-dot.tsx';

const AT_FIRST = 40;
const MORE = 100;

export interface ListedPaper {
  paper: MapPaper;
  /** What stands beneath the title. */
  beneath?: ReactNode;
}

interface Props {
  label: string;
  papers: readonly ListedPaper[];
  index: MapIndex;
}

/** Papers as buttons named by their titles, in the order given; long lists a part at a time. */
export function PaperList({ label, papers, index }: Props) {
  const [shown, setShown] = useState(AT_FIRST);
  const rest = papers.length - shown;
  return (
    <>
      <ul className="paper-list" aria-label={label}>
        {papers.slice(0, shown).map(({ paper, beneath }) => (
          <li key={paper.id} className="paper-row">
            <TopicDot position={index.topicPosition(paper.topic)} />
            <div className="paper-row-text">
              <button type="button" className="paper-title" onClick={() => goTo({ kind: 'paper', id: paper.id })}>
                {paper.title}
              </button>
              {beneath}
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="button quiet small" onClick={() => setShown(shown + MORE)}>
          Show more ({counted(rest, 'paper')} left)
        </button>
      )}
    </>
  );
}
