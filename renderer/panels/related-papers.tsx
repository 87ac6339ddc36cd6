import { useId } from 'react';
import type { MapPaper } from '../../shared/topic-map.ts';
import { DetailSection } from '../parts/detail-section.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import type { MapIndex, RelatedPaper } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';

const CONCEPTS_NAMED = 4;

/** The papers linked to one, best first, each with the concepts that link it. */
export function RelatedPapers({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const related = index.related(paper.id);
  if (related.length === 0) return <DetailSection title="Related papers"><p className="note">No other paper on this map shares enough concepts with this one.</p></DetailSection>;
  return (
    <DetailSection title="Related papers" count={related.length}>
      <ol className="paper-list" aria-label="Related papers">
        {related.map((one) => <RelatedRow key={one.paper.id} from={paper} related={one} index={index} />)}
      </ol>
    </DetailSection>
  );
}

function RelatedRow({ from, related: { paper, link }, index }: { from: MapPaper; related: RelatedPaper; index: MapIndex }) {
  const titleId = useId();
  const labels = link.concepts.slice(0, CONCEPTS_NAMED).map(({ id }) => index.concepts.get(id)?.label ?? id);
  return (
    <li className="paper-row">
      <TopicDot position={index.topicPosition(paper.topic)} />
      <div className="paper-row-text">
        <button type="button" id={titleId} className="paper-title" onClick={() => goTo({ kind: 'paper', id: paper.id })}>
          {paper.title}
        </button>
        <p className="paper-because">
          {paper.year !== undefined && <span className="paper-year">{paper.year} · </span>}
          {labels.join(', ')}
        </p>
      </div>
      <button type="button" className="why-button" aria-describedby={titleId} onClick={() => goTo({ kind: 'link', source: from.id, target: paper.id })}>
        Why?
      </button>
    </li>
  );
}
