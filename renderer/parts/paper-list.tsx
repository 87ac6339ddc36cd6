import { useId, useState, type ReactNode } from 'react';
import type { MapPaper } from '../../shared/topic-map.ts';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { counted } from '../state/words.ts';
import { menuFor } from './menu-for.ts';
import { TopicDot } from './topic-dot.tsx';
import { WhyButton } from './why-button.tsx';

const AT_FIRST = 40;
const MORE = 100;

export interface ListedPaper {
  paper: MapPaper;
  /** What stands beneath the title. */
  beneath?: ReactNode;
  /** Id of another paper: the row then has a button that tells why the two are related. */
  whyFrom?: string;
}

interface Props {
  label: string;
  papers: readonly ListedPaper[];
  index: MapIndex;
  /** How many rows are shown until more are asked for. */
  atFirst?: number;
  /** Whether the order tells something. */
  order?: 'ranked' | 'plain';
}

/** Papers as buttons named by their titles, in the order given; long lists a part at a time. */
export function PaperList({ label, papers, index, atFirst = AT_FIRST, order = 'plain' }: Props) {
  const [shown, setShown] = useState(atFirst);
  const rest = papers.length - shown;
  const List = order === 'ranked' ? 'ol' : 'ul';
  return (
    <>
      <List className="paper-list" aria-label={label}>
        {papers.slice(0, shown).map((listed) => <PaperRow key={listed.paper.id} listed={listed} index={index} />)}
      </List>
      {rest > 0 && (
        <button type="button" className="button quiet small show-more" onClick={() => setShown(shown + MORE)}>
          Show more ({counted(rest, 'paper')} left)
        </button>
      )}
    </>
  );
}

function PaperRow({ listed: { paper, beneath, whyFrom }, index }: { listed: ListedPaper; index: MapIndex }) {
  const titleId = useId();
  return (
    <li className="paper-row" {...menuFor({ kind: 'paper', id: paper.id })}>
      <TopicDot position={index.topicPosition(paper.topic)} />
      <div className="paper-row-text">
        <button type="button" id={titleId} className="paper-title" onClick={() => goTo({ kind: 'paper', id: paper.id })}>
          {paper.title}
        </button>
        {beneath}
      </div>
      {whyFrom !== undefined && <WhyButton source={whyFrom} target={paper.id} describedBy={titleId} />}
    </li>
  );
}
