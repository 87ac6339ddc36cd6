import type { ColourKey } from '../../shared/encoding.ts';
import { ValueRange } from '../parts/value-range.tsx';
import { asPercent } from '../state/words.ts';
import { setFilters, useView } from '../state/view-store.ts';

type ValuesKey = Extract<ColourKey, { kind: 'values' }>;

/** A scale of values with their colours and how many papers have them; years and confidence can be narrowed down on it. */
export function LegendScale({ colourKey }: { colourKey: ValuesKey }) {
  const { colourBy, stops, counts, unknown } = colourKey;
  const most = Math.max(1, ...counts);
  return (
    <div className="map-legend-scale">
      <div className="map-legend-bars" aria-hidden>
        {stops.map((colour, step) => <i key={colour} style={{ '--part': `${Math.round((100 * (counts[step] ?? 0)) / most)}%`, '--topic': colour }} />)}
      </div>
      <div className="map-legend-gradient" style={{ backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` }} aria-hidden />
      {colourBy === 'year' && <Years colourKey={colourKey} />}
      {colourBy === 'confidence' && <LeastConfidence colourKey={colourKey} />}
      <Ends colourKey={colourKey} />
      {colourBy === 'concept' && <OnlyMentioning />}
      {unknown.papers > 0 && (
        <p className="map-legend-class">
          <span className="topic-dot" style={{ '--topic': unknown.colour }} aria-hidden />
          <span className="map-legend-label">{UNKNOWN[colourBy]}</span>
          <span className="map-legend-count">{unknown.papers.toLocaleString('en')}<span className="visually-hidden"> {unknown.papers === 1 ? 'paper' : 'papers'}</span></span>
        </p>
      )}
    </div>
  );
}

const UNKNOWN: Record<ValuesKey['colourBy'], string> = { year: 'Year not known', concept: 'Does not mention it', confidence: 'Not in a topic', degree: 'Not linked' };

function Ends({ colourKey: { colourBy, least, most, lowest, highest } }: { colourKey: ValuesKey }) {
  const say = (value: number) => (colourBy === 'confidence' || colourBy === 'concept' ? asPercent(value) : String(value));
  const words = colourBy === 'concept' ? ['In passing', 'Mainly about it'] : [lowest < least ? `${say(least)} or before` : say(least), highest > most ? `${say(most)} or ${colourBy === 'year' ? 'after' : 'more'}` : say(most)];
  return <div className="map-legend-ends">{words.map((word) => <span key={word}>{word}</span>)}</div>;
}

function Years({ colourKey: { least, most, lowest, highest } }: { colourKey: ValuesKey }) {
  const years = useView((state) => state.filters.years);
  const change = (from: number, to: number) => {
    const isAll = from <= least && to >= most;
    setFilters({ years: isAll ? null : { from: from <= least ? lowest : from, to: to >= most ? highest : to } });
  };
  return (
    <ValueRange
      labels={['From year', 'To year']}
      least={least}
      most={most}
      step={1}
      from={Math.max(least, years?.from ?? least)}
      to={Math.min(most, years?.to ?? most)}
      say={String}
      onChange={change}
    />
  );
}

function LeastConfidence({ colourKey: { least, most } }: { colourKey: ValuesKey }) {
  const confidence = useView((state) => state.filters.confidence);
  return <ValueRange labels={['Least confidence']} least={least} most={most} step={0.05} from={Math.max(least, confidence)} to={most} say={asPercent} onChange={(from) => setFilters({ confidence: from <= least ? 0 : from })} />;
}

function OnlyMentioning() {
  const concept = useView((state) => state.look.colourConcept);
  const concepts = useView((state) => state.filters.concepts);
  if (concept === null) return null;
  const isOn = concepts.includes(concept);
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={() => setFilters({ concepts: isOn ? concepts.filter((id) => id !== concept) : [...concepts, concept] })} />
      <span>Only papers that mention it</span>
    </label>
  );
}
