import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { compareText } from '../../shared/text.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { YearBars } from '../parts/year-bars.tsx';
import { mainConcepts } from '../state/look-actions.ts';
import type { MapIndex } from '../state/map-index.ts';
import { qualityNotes } from '../state/map-quality.ts';
import { yearCounts } from '../state/paper-years.ts';
import { GuideOffer } from './guide-offer.tsx';

const TOPICS_SHOWN = 6;
const CONCEPTS_SHOWN = 14;

/** What the map holds, how far to trust it, and where to begin: shown while nothing is selected. */
export function MapOverview({ map, index }: { map: TopicMap; index: MapIndex }) {
  const topics = mainTopics(map);
  const biggest = [...topics].sort((a, b) => b.papers - a.papers || compareText(a.id, b.id)).slice(0, TOPICS_SHOWN);
  const main = mainConcepts(map).slice(0, CONCEPTS_SHOWN);
  const years = yearCounts(map.papers);
  return (
    <div className="detail-article">
      <GuideOffer />
      <Facts facts={[[map.papers.length, 'papers'], [map.concepts.length, 'concepts'], [topics.length, 'topics'], [map.links.length, 'links']]} />
      <p className="lead">Each dot is a paper; papers that share concepts lie close together and are joined by lines. Click a paper to read it, or a line to see why two papers are related. <kbd>/</kbd> finds papers by their words, <kbd>?</kbd> lists all keys.</p>
      <DetailSection title="Biggest topics">
        <ul className="plain-list" aria-label="Biggest topics">
          {biggest.map(({ id, papers }) => <li key={id}><TopicChip topic={id} index={index} isWide>{papers}<span className="visually-hidden"> papers</span></TopicChip></li>)}
        </ul>
      </DetailSection>
      <DetailSection title="Main concepts">
        <div className="chip-row">{main.map(({ id }) => <ConceptChip key={id} id={id} index={index} />)}</div>
      </DetailSection>
      {years.years.length > 0 && <DetailSection title="Years"><YearBars counts={years} /></DetailSection>}
      <Quality map={map} />
      {map.notices.length > 0 && (
        <DetailSection title="Worth knowing">
          {map.notices.map((notice) => <p key={`${notice.code} ${notice.message}`} className="note">{notice.message}</p>)}
        </DetailSection>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: readonly [number, string][] }) {
  return (
    <dl className="facts">
      {facts.map(([count, name]) => <div key={name}><dt>{name}</dt><dd>{count.toLocaleString('en')}</dd></div>)}
    </dl>
  );
}

function Quality({ map }: { map: TopicMap }) {
  const notes = qualityNotes(map);
  if (notes.length === 0) return null;
  return (
    <DetailSection title="How sure the topics are">
      {notes.map(({ says, from }) => <p key={says} className="note" title={from}>{says}</p>)}
    </DetailSection>
  );
}
