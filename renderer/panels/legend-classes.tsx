import type { ColourClass, ColourKey } from '../../shared/encoding.ts';
import { setFilters, toggleTopic, useView } from '../state/view-store.ts';

type ClassesKey = Extract<ColourKey, { kind: 'classes' }>;

/** Topics or files with their colours; choosing a topic hides or shows it, choosing a file keeps to the papers from it. */
export function LegendClasses({ colourKey }: { colourKey: ClassesKey }) {
  const hidden = useView((state) => state.hiddenTopics);
  const sources = useView((state) => state.filters.sources);
  const isTopics = colourKey.colourBy === 'topic';
  const isShown = ({ id }: ColourClass) => (isTopics ? !hidden.includes(id ?? '') : sources.length === 0 || sources.includes(id ?? ''));
  const toggle = (id: string) => (isTopics ? toggleTopic(id) : setFilters({ sources: sources.includes(id) ? sources.filter((other) => other !== id) : [...sources, id] }));
  return (
    <ul className="map-legend-classes" aria-label={isTopics ? 'Colours of topics' : 'Colours of files'}>
      {colourKey.classes.map((each) => <LegendClass key={each.id ?? ''} entry={each} isShown={isShown(each)} toggle={toggle} />)}
    </ul>
  );
}

function LegendClass({ entry: { id, label, colour, papers }, isShown, toggle }: { entry: ColourClass; isShown: boolean; toggle: (id: string) => void }) {
  const content = (
    <>
      <span className="topic-dot" style={{ '--topic': colour }} aria-hidden />
      <span className="map-legend-label">{label}</span>
      <span className="map-legend-count">{papers.toLocaleString('en')}<span className="visually-hidden"> {papers === 1 ? 'paper' : 'papers'}</span></span>
    </>
  );
  if (id === null) return <li className="map-legend-class">{content}</li>;
  return (
    <li>
      <button type="button" className="map-legend-class" aria-pressed={isShown} title={label} onClick={() => toggle(id)}>
        {content}
      </button>
    </li>
  );
}
