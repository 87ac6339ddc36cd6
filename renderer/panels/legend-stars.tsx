import { Star } from 'lucide-react';
import { useStarred } from '../state/annotations.ts';
import { setFilters, useView } from '../state/view-store.ts';

/** Says what stars on the map are, while there are some; choosing it keeps to the starred papers. */
export function LegendStars() {
  const starred = useStarred();
  const isOnly = useView((state) => state.filters.starred);
  if (starred.length === 0) return null;
  const papers = starred.filter(({ kind }) => kind === 'paper').length;
  const content = (
    <>
      <Star className="star-sign map-legend-star" size={12} aria-hidden />
      <span className="map-legend-label">Starred</span>
      <span className="map-legend-count">{starred.length.toLocaleString('en')}</span>
    </>
  );
  if (papers === 0) return <p className="map-legend-class">{content}</p>;
  return (
    <button type="button" className="map-legend-class map-legend-stars" aria-pressed={isOnly} title={isOnly ? 'Show the other papers again' : 'Show only starred papers'} onClick={() => setFilters({ starred: !isOnly })}>
      {content}
    </button>
  );
}
