import { useMemo } from 'react';
import type { EncodedFacts } from '../../shared/encoding.ts';
import type { CountedOfPapers, WeightSpan } from '../../shared/filters.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { BarRange } from '../parts/bar-range.tsx';
import { barsOfSpan, countBars, spanOfBars, type RangeBar } from '../state/count-bars.ts';
import { confidenceSpanInWords, COUNTED_WORDS, countSpanInWords, weightInWords, weightNumber } from '../state/filter-words.ts';
import { mapIndex } from '../state/map-index.ts';
import { countOf } from '../state/matching-papers.ts';
import { barsOfPart, partBars, partOfBars } from '../state/part-bars.ts';
import { setFilters, useView } from '../state/view-store.ts';
import { withWeight } from '../state/weight-filters.ts';
import { asPercent } from '../state/words.ts';
import { FilterChoice, type FilterOption } from './filter-choice.tsx';

interface CountProps {
  map: TopicMap;
  facts: EncodedFacts;
  of: CountedOfPapers;
}

/** A span of how many links, citations or concepts papers have; nothing where no paper's number is known, or all have the same. */
export function CountFilter({ map, facts, of }: CountProps) {
  const span = useView((state) => state.filters[of]);
  const bars = useCountBars({ map, facts, of });
  if (bars.length < 2) return null;
  return (
    <div className="field">
      <span className="filter-label">{COUNTED_WORDS[of].name}: {span ? countSpanInWords(span, of) : 'any'}</span>
      <CountRange of={of} bars={bars} />
    </div>
  );
}

/** Papers by how many links, citations or concepts they have. */
export function useCountBars({ map, facts, of }: CountProps): RangeBar[] {
  return useMemo(() => countBars(map.papers.map(countOf(map, facts, of))), [map, facts, of]);
}

/** Handles over bars that ask for a number of links, citations or concepts. */
export function CountRange({ of, bars, height = 40 }: { of: CountedOfPapers; bars: readonly RangeBar[]; height?: number }) {
  const span = useView((state) => state.filters[of]);
  const { plural } = COUNTED_WORDS[of];
  return <BarRange labels={[`Fewest ${plural}`, `Most ${plural}`]} bars={bars} value={barsOfSpan(bars, span)} onChange={(taken) => setFilters({ [of]: spanOfBars(bars, taken) })} say={inThousands} height={height} />;
}

function inThousands(count: number): string {
  return count.toLocaleString('en');
}

/** How surely papers belong to their topic, from a least to a most. */
export function ConfidenceFilter({ map }: { map: TopicMap }) {
  const from = useView((state) => state.filters.confidence);
  const to = useView((state) => state.filters.confidenceTo);
  const bars = useMemo(() => partBars(map.papers.filter(({ topic }) => topic !== null).map(({ confidence }) => confidence)), [map]);
  return (
    <div className="field">
      <span className="filter-label">Confidence in the topic: {confidenceSpanInWords(from, to)}</span>
      <BarRange
        labels={['Least confidence', 'Most confidence']}
        bars={bars}
        value={barsOfPart({ from, to })}
        onChange={(taken) => {
          const part = partOfBars(taken);
          setFilters({ confidence: part.from, confidenceTo: part.to });
        }}
        say={asPercent}
      />
    </div>
  );
}

/** The weight that chosen concepts must have in papers, each with a range of its own. */
export function WeightFilters({ map, options }: { map: TopicMap; options: readonly FilterOption[] }) {
  const weights = useView((state) => state.filters.weights);
  const choose = (concepts: readonly string[]) => {
    const known = new Map(weights.map((span) => [span.concept, span]));
    setFilters({ weights: concepts.map((concept) => known.get(concept) ?? { concept, ...MAINLY }) });
  };
  return (
    <>
      <FilterChoice label="How much papers are about a concept" placeholder="Choose a concept" options={options} value={weights.map(({ concept }) => concept)} onChange={choose} />
      {weights.map((span) => <WeightFilter key={span.concept} map={map} span={span} />)}
    </>
  );
}

/** What a concept begins with whose weight is asked for: more than in passing. */
const MAINLY = { from: 0.3, to: 1 };

function WeightFilter({ map, span }: { map: TopicMap; span: WeightSpan }) {
  const { concept } = span;
  const weights = useView((state) => state.filters.weights);
  const label = mapIndex(map).concepts.get(concept)?.label ?? concept;
  const bars = useMemo(() => partBars(map.papers.flatMap(({ concepts }) => concepts.find(({ id }) => id === concept)?.weight ?? [])), [map, concept]);
  return (
    <div className="field">
      <span className="filter-label">Weight of {label}: {weightInWords(span)}</span>
      <BarRange labels={[`Least weight of ${label}`, `Most weight of ${label}`]} bars={bars} value={barsOfPart(span)} onChange={(taken) => setFilters({ weights: withWeight(weights, { concept, ...partOfBars(taken) }) })} say={weightNumber} />
    </div>
  );
}
