import type { MapPaper } from '../../shared/topic-map.ts';
import { DetailSection } from '../parts/detail-section.tsx';
import { LinkLine } from '../parts/link-line.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { bridgesOf } from '../state/bridges.ts';
import type { MapIndex, RelatedPaper } from '../state/map-index.ts';
import { typicalPapers } from '../state/typical-papers.ts';

const RELATED_AT_FIRST = 8;
const TYPICAL_SHOWN = 5;
const TOPICS_BRIDGED = 5;
const PAPERS_OF_BRIDGE = 3;

/** The papers linked to one, best first, each with how strongly and through which concepts. */
export function RelatedPapers({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const related = index.related(paper.id);
  return (
    <DetailSection title="Related papers" count={related.length}>
      {related.length === 0
        ? <p className="note">No other paper on this map shares enough concepts with this one.</p>
        : <PaperList label="Related papers" order="ranked" atFirst={RELATED_AT_FIRST} papers={listedRelated(paper, related, index)} index={index} />}
    </DetailSection>
  );
}

/** The papers that are most typical of a paper's topic, but for itself. */
export function SameTopic({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  if (paper.topic === null) return null;
  const others = typicalPapers(paper.topic, index).filter(({ id }) => id !== paper.id).slice(0, TYPICAL_SHOWN);
  if (others.length === 0) return null;
  return (
    <DetailSection title="Same topic">
      <p className="note">The most typical other papers of this topic.</p>
      <PaperList
        label="Same topic"
        papers={others.map((other) => ({ paper: other, whyFrom: paper.id, beneath: other.year === undefined ? undefined : <p className="paper-because">{other.year}</p> }))}
        index={index}
      />
    </DetailSection>
  );
}

/** The papers of other topics that one is linked to, by topic. */
export function Bridges({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const bridges = bridgesOf(paper, index);
  if (bridges.length === 0) return null;
  return (
    <DetailSection title="Bridges to other topics" count={bridges.length}>
      {bridges.slice(0, TOPICS_BRIDGED).map(({ topic, related }) => (
        <div key={topic} className="bridge">
          <TopicChip topic={topic} index={index} />
          <PaperList
            label={`Bridges to ${index.topics.get(topic)?.label ?? topic}`}
            order="ranked"
            atFirst={PAPERS_OF_BRIDGE}
            papers={listedRelated(paper, related, index)}
            index={index}
          />
        </div>
      ))}
    </DetailSection>
  );
}

function listedRelated(from: MapPaper, related: readonly RelatedPaper[], index: MapIndex) {
  const most = index.related(from.id)[0]?.link.weight ?? 1;
  return related.map(({ paper, link }) => ({ paper, whyFrom: from.id, beneath: <LinkLine link={link} most={most} year={paper.year} index={index} /> }));
}
