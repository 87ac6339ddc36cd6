import { useId } from 'react';
import type { ComparedConcept, TopicComparison } from '../../shared/answers.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { menuFor } from '../parts/menu-for.ts';
import { MirrorBar } from '../parts/mirror-bar.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { WhyButton } from '../parts/why-button.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { useReply } from '../state/use-reply.ts';
import { counted, strengthInWords } from '../state/words.ts';
import './compare-details.css';

const CONCEPTS_SHOWN = 8;
const PAPERS_SHOWN = 6;
const LINKS_SHOWN = 6;

/** Two topics side by side: what they share, what sets each apart, and what stands between them. */
export function CompareDetails({ topics, index }: { topics: readonly [string, string]; index: MapIndex }) {
  const reply = useReply('topics.compare', { topics: [topics[0], topics[1]] });
  const names = [nameOf(topics[0], index), nameOf(topics[1], index)] as const;
  return (
    <article className="detail-article">
      <h2 className="detail-title is-small">“{shortTopic(names[0])}” and “{shortTopic(names[1])}”</h2>
      <div className="compare-heads">
        {topics.map((id) => <div key={id}><TopicChip topic={id} index={index}>{index.topics.get(id)?.papers}<span className="visually-hidden"> papers</span></TopicChip></div>)}
      </div>
      <CommandRow ids={['path.between']} />
      {reply === null && <Skeleton lines={10} />}
      {reply && !reply.ok && <p className="lead">{reply.failure.message}</p>}
      {reply?.ok && <Comparison comparison={reply.value} names={names} index={index} />}
    </article>
  );
}

function nameOf(topic: string, index: MapIndex): string {
  return index.topics.get(topic)?.label ?? topic;
}

/** The first of a topic's names. */
function shortTopic(name: string): string {
  return name.split(' · ')[0] ?? name;
}

interface PartProps {
  comparison: TopicComparison;
  names: readonly [string, string];
  index: MapIndex;
}

function Comparison({ comparison, names, index }: PartProps) {
  const { shared, apart, linkCount } = comparison;
  return (
    <>
      <p className="lead">{linkCount === 0 ? 'No link joins a paper of one with a paper of the other.' : `${counted(linkCount, 'link')} between them.`} The bars tell in what part of each topic’s papers a concept is.</p>
      <DetailSection title="What they share">
        {shared.length === 0 && <p className="note">No concept is common in both.</p>}
        <Concepts label="What they share" concepts={shared} comparison={comparison} names={names} index={index} />
      </DetailSection>
      {apart.map((concepts, side) => concepts.length > 0 && (
        <DetailSection key={comparison.topics[side]} title={`More in “${shortTopic(names[side] ?? '')}”`} memory={`apart ${side}`}>
          <Concepts label={`What sets ${names[side] ?? ''} apart`} concepts={concepts} comparison={comparison} names={names} index={index} />
        </DetailSection>
      ))}
      <Between comparison={comparison} names={names} index={index} />
      <StrongestLinks comparison={comparison} names={names} index={index} />
    </>
  );
}

function Concepts({ label, concepts, comparison, names, index }: PartProps & { label: string; concepts: readonly ComparedConcept[] }) {
  const shown = concepts.filter(({ id }) => index.concepts.has(id)).slice(0, CONCEPTS_SHOWN);
  const most = Math.max(0, ...shown.flatMap(({ shares }) => shares));
  return (
    <ul className="compare-list" aria-label={label}>
      {shown.map(({ id, label: name, shares }) => (
        <li key={id} className="compare-row" {...menuFor({ kind: 'concept', id })}>
          <button type="button" className="concept-name" onClick={() => goTo({ kind: 'concept', id })}>{name}</button>
          <MirrorBar parts={shares} most={most} colours={coloursOf(comparison, index)} sides={names} />
        </li>
      ))}
    </ul>
  );
}

function coloursOf({ topics: [first, second] }: TopicComparison, index: MapIndex): [number | null, number | null] {
  return [index.topicPosition(first), index.topicPosition(second)];
}

function Between({ comparison, names, index }: PartProps) {
  const papers = comparison.between.flatMap(({ paper, parts }) => {
    const known = index.papers.get(paper);
    return known ? [{ paper: known, beneath: <MirrorBar parts={parts} most={1} colours={coloursOf(comparison, index)} sides={names} /> }] : [];
  });
  if (papers.length === 0) return null;
  return (
    <DetailSection title="Papers between them" count={papers.length}>
      <p className="note">Papers with links to both; the bars tell how much of them leads to each.</p>
      <PaperList label="Papers between them" order="ranked" atFirst={PAPERS_SHOWN} papers={papers} index={index} />
    </DetailSection>
  );
}

function StrongestLinks({ comparison: { links }, index }: PartProps) {
  if (links.length === 0) return null;
  return (
    <DetailSection title="Strongest links">
      <ol className="paper-list" aria-label="Strongest links">
        {links.slice(0, LINKS_SHOWN).map((link) => <LinkRow key={`${link.source} ${link.target}`} link={link} most={links[0]?.weight ?? 1} index={index} />)}
      </ol>
    </DetailSection>
  );
}

function LinkRow({ link: { source, target, weight }, most, index }: { link: TopicComparison['links'][number]; most: number; index: MapIndex }) {
  const titleId = useId();
  return (
    <li className="paper-row" {...menuFor({ kind: 'link', source, target })}>
      <div className="paper-row-text">
        <p id={titleId} className="compare-pair">
          {[source, target].map((id) => <button key={id} type="button" className="paper-title" onClick={() => goTo({ kind: 'paper', id })}>{index.papers.get(id)?.title ?? id}</button>)}
        </p>
        <p className="link-strength"><ShareBar part={weight} most={most} says="Strength of the link" /><span>{strengthInWords(weight)}</span></p>
      </div>
      <WhyButton source={source} target={target} describedBy={titleId} />
    </li>
  );
}
