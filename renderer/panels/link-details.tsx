import type { LinkExplanation } from '../../shared/details.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { shareOfWeakerLinks } from '../state/link-rank.ts';
import type { MapIndex } from '../state/map-index.ts';
import { useReply } from '../state/use-reply.ts';
import { asPercent, strengthInWords } from '../state/words.ts';
import { LinkReasons } from './link-reasons.tsx';
import { PairHeading } from './pair-heading.tsx';

interface Props {
  source: string;
  target: string;
  map: TopicMap;
  index: MapIndex;
}

/** Why two papers are related, whether or not the map has a line between them: the concepts they share, each with its part and the sentences that it rests on. */
export function LinkDetails({ source, target, map, index }: Props) {
  const reply = useReply('link.explain', { source, target });
  return (
    <section className="detail-article" aria-label="Why related">
      <h2 className="detail-title is-small">Why these two papers are related</h2>
      <PairHeading papers={[source, target]} index={index} />
      <CommandRow ids={['pair.read', 'path.between']} />
      {reply === null && <Skeleton lines={8} />}
      {reply && !reply.ok && <p className="lead">{reply.failure.code === 'map.noLink' ? NOT_RELATED : reply.failure.message}</p>}
      {reply?.ok && <Explanation explanation={reply.value} map={map} isLinked={index.link(source, target) !== null} index={index} />}
    </section>
  );
}

const NOT_RELATED = 'These two papers share no concept, so nothing relates them directly. Others may stand between them: see the path.';

interface ExplanationProps {
  explanation: LinkExplanation;
  map: TopicMap;
  isLinked: boolean;
  index: MapIndex;
}

function Explanation({ explanation: { weight, because }, map, isLinked, index }: ExplanationProps) {
  const weaker = shareOfWeakerLinks(map, weight);
  const listed = because.reduce((sum, { share }) => sum + share, 0);
  return (
    <>
      <div className="strength">
        <span className="strength-words">{strengthInWords(weight)}</span>
        <ShareBar part={weight} says="Strength" />
        <span className="strength-number">{weight < 0.01 ? 'under 0.01' : weight.toFixed(2)} of 1</span>
      </div>
      {isLinked && weaker !== null && <p className="note">Stronger than {asPercent(weaker)} of the links on this map.</p>}
      {!isLinked && <p className="note">The map has no line between them: each has stronger links to others.</p>}
      <h3 className="section-title is-plain">Shared concepts, with their parts of the score</h3>
      <LinkReasons because={because} index={index} />
      <p className="because-total">
        <span>{listed > 0.995 ? 'Together' : 'Together, smaller ones left out'}</span>
        <span className="because-share">{asPercent(Math.min(1, listed))}</span>
      </p>
    </>
  );
}
