import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { encodeColours, type ColourKey, type EncodedFacts } from '../../shared/encoding.ts';
import { encodeSizes } from '../../shared/paper-sizes.ts';
import type { CountedOfPapers } from '../../shared/filters.ts';
import type { Sizing } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { COLOURING_WORDS, SIZING_WORDS } from '../../shared/look-words.ts';
import { usePanels } from '../state/panel-store.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';
import { useView } from '../state/view-store.ts';
import { ConceptPicker } from './concept-picker.tsx';
import { CountRange, useCountBars } from './filter-ranges.tsx';
import { LegendClasses } from './legend-classes.tsx';
import { LegendScale } from './legend-scale.tsx';
import { LegendStars } from './legend-stars.tsx';
import './map-legend.css';

/** Explains the colours and sizes of the map, and narrows it down by them. */
export function MapLegend({ map, facts }: { map: TopicMap; facts: EncodedFacts }) {
  const look = useView((state) => state.look);
  const theme = useColourScheme();
  const { topics } = usePanels();
  const [choice, setChoice] = useState<'auto' | 'open' | 'closed'>('auto');
  const bodyId = useId();
  const { key } = useMemo(() => encodeColours(map, look, facts, theme), [map, look, facts, theme]);
  const { samples } = useMemo(() => encodeSizes(map, look.sizeBy, facts), [map, look.sizeBy, facts]);
  const areColoursTheSame = look.sizeBy === 'links' && look.colourBy === 'degree';
  const isExplainedBeside = look.colourBy === 'topic' && topics === 'open';
  const isOpen = choice === 'auto' ? !isExplainedBeside : choice === 'open';
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section className="map-legend" aria-label="Legend">
      <button type="button" className="map-legend-heading" aria-expanded={isOpen} aria-controls={bodyId} onClick={() => setChoice(isOpen ? 'closed' : 'open')}>
        {isOpen ? COLOURING_WORDS[look.colourBy].name : 'Legend'}
        <Chevron size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <div id={bodyId} className="map-legend-body" hidden={!isOpen}>
        {look.colourBy === 'concept' && <ConceptPicker map={map} />}
        <Colours colourKey={key} isWaiting={look.colourBy === 'source' && facts === null} />
        {samples.length > 0 && <Sizes name={SIZING_WORDS[look.sizeBy].name} samples={samples} />}
        {samples.length > 0 && look.sizeBy !== 'same' && !areColoursTheSame && <SizeRange map={map} facts={facts} of={COUNTED_BY_SIZE[look.sizeBy]} />}
        {look.sizeBy === 'citations' && samples.length === 0 && facts !== null && <p className="map-legend-note">{SIZING_WORDS.citations.unknown}, so all are the same size</p>}
        <LegendStars />
      </div>
    </section>
  );
}

function Colours({ colourKey, isWaiting }: { colourKey: ColourKey; isWaiting: boolean }) {
  if (colourKey.kind === 'classes') return <LegendClasses colourKey={colourKey} />;
  if (colourKey.kind === 'values') return <LegendScale colourKey={colourKey} />;
  return <p className="map-legend-note">{isWaiting ? 'Reading the papers’ files…' : `${COLOURING_WORDS[colourKey.colourBy].unknown}, so all have one colour`}</p>;
}

const COUNTED_BY_SIZE: Record<Exclude<Sizing, 'same'>, CountedOfPapers> = { links: 'links', concepts: 'conceptCount', citations: 'citations' };

/** Narrows the papers down by what their sizes tell. */
function SizeRange(props: { map: TopicMap; facts: EncodedFacts; of: CountedOfPapers }) {
  const bars = useCountBars(props);
  return bars.length < 2 ? null : <CountRange of={props.of} bars={bars} height={SIZE_BARS_PX} />;
}

const SIZE_BARS_PX = 26;

function Sizes({ name, samples }: { name: string; samples: readonly { value: number; radius: number }[] }) {
  return (
    <div className="map-legend-sizes">
      <span className="map-legend-name">Size: {name.toLowerCase()}</span>
      {samples.map(({ value, radius }) => (
        <span key={value} className="map-legend-size">
          <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden><circle cx={radius + 1} cy={radius + 1} r={radius} /></svg>
          {value.toLocaleString('en')}
        </span>
      ))}
    </div>
  );
}
