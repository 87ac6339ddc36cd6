import type { MapLink } from '../../shared/topic-map.ts';
import type { MapIndex } from '../state/map-index.ts';
import { asPercent, strengthInWords } from '../state/words.ts';
import { ShareBar } from './share-bar.tsx';

const CONCEPTS_NAMED = 3;

interface Props {
  link: MapLink;
  /** Weight that fills the bar: that of the strongest of a list. */
  most: number;
  year?: number | undefined;
  index: MapIndex;
}

/** How strong a link is, and the concepts it rests on, largest part first: two lines beneath a title. */
export function LinkLine({ link, most, year, index }: Props) {
  const named = link.concepts.slice(0, CONCEPTS_NAMED);
  return (
    <>
      <p className="link-strength">
        <ShareBar part={link.weight} most={most} says="Strength of the link" />
        <span>{strengthInWords(link.weight)}</span>
        {year !== undefined && <span className="paper-year">{year}</span>}
      </p>
      <p className="paper-because">{named.map(({ id, near, share }) => `${reasonName(id, near, index)} ${asPercent(share)}`).join(' · ')}</p>
    </>
  );
}

function reasonName(id: string, near: string | undefined, index: MapIndex): string {
  const label = (concept: string) => index.concepts.get(concept)?.label ?? concept;
  return near === undefined ? label(id) : `${label(id)} ≈ ${label(near)}`;
}
