import { REST_WORDS, scaleEnds } from '../../shared/look-words.ts';
import { ScaleBrush } from '../parts/scale-brush.tsx';
import { ValueRange } from '../parts/value-range.tsx';
import { scaleFilter, type ScaleFilter, type ValuesKey } from '../state/scale-filter.ts';
import { setFilters, useView } from '../state/view-store.ts';

/** A scale of values with their colours and how many papers have them. A drag over it, a click on a colour or the handles narrow the papers down to a part of it. */
export function LegendScale({ colourKey }: { colourKey: ValuesKey }) {
  const { colourBy, least, most, stops, counts } = colourKey;
  const filters = useView((state) => state.filters);
  const concept = useView((state) => state.look.colourConcept);
  const filter = scaleFilter(colourKey, filters, concept);
  const { from, to, step, classWidth } = filter;
  const change = (lower: number, upper: number) => setFilters(filter.asking(lower, upper));
  const fullest = Math.max(1, ...counts);
  return (
    <div className="map-legend-scale">
      <ScaleBrush scale={{ least, most, step, classWidth }} from={from} to={to} onChange={change}>
        <div className="map-legend-bars" aria-hidden>
          {stops.map((colour, place) => <i key={colour} style={{ '--part': `${Math.round((100 * (counts[place] ?? 0)) / fullest)}%`, '--topic': colour }} />)}
        </div>
        <div className="map-legend-gradient" style={{ backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` }} aria-hidden />
      </ScaleBrush>
      <ValueRange labels={filter.labels} least={least} most={most} step={step} from={from} to={to} say={filter.say} onChange={change} />
      <Ends colourKey={colourKey} />
      {colourBy === 'concept' && concept !== null && <OnlyMentioning concept={concept} />}
      {filter.rest && <Rest colourKey={colourKey} rest={filter.rest} />}
    </div>
  );
}

function Ends({ colourKey }: { colourKey: ValuesKey }) {
  return <div className="map-legend-ends">{scaleEnds(colourKey).map((word) => <span key={word}>{word}</span>)}</div>;
}

function OnlyMentioning({ concept }: { concept: string }) {
  const { concepts, without } = useView((state) => state.filters);
  const isOn = concepts.includes(concept);
  const others = (ids: readonly string[]) => ids.filter((id) => id !== concept);
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={() => setFilters(isOn ? { concepts: others(concepts) } : { concepts: [...concepts, concept], without: others(without) })} />
      <span>Only papers that mention it</span>
    </label>
  );
}

/** The papers that the scale says nothing of; choosing them shows them alone. */
function Rest({ colourKey: { colourBy, unknown }, rest }: { colourKey: ValuesKey; rest: NonNullable<ScaleFilter['rest']> }) {
  return (
    <button type="button" className="map-legend-class map-legend-rest" aria-pressed={rest.isAlone} title={rest.isAlone ? 'Show the others too' : 'Show only these'} onClick={() => setFilters(rest.toggled)}>
      <span className="topic-dot" style={{ '--topic': unknown.colour }} aria-hidden />
      <span className="map-legend-label">{REST_WORDS[colourBy]}</span>
      <span className="map-legend-count">{unknown.papers.toLocaleString('en')}<span className="visually-hidden"> {unknown.papers === 1 ? 'paper' : 'papers'}</span></span>
    </button>
  );
}
