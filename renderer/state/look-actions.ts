import { byPresence } from '../../shared/concept-presence.ts';
import type { Colouring } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { openMap } from './library-store.ts';
import { selected, setLook, useView } from './view-store.ts';

/** Lets colours tell something else. Of concepts, the one that is selected, else the one told last, else the most common. */
export function colourBy(colouring: Colouring): void {
  const map = openMap();
  if (colouring !== 'concept' || !map) setLook({ colourBy: colouring });
  else setLook({ colourBy: colouring, colourConcept: conceptToTell(map) });
}

function conceptToTell(map: TopicMap): string | null {
  const selection = selected();
  if (selection?.kind === 'concept') return selection.id;
  const { colourConcept } = useView.getState().look;
  if (map.concepts.some(({ id }) => id === colourConcept)) return colourConcept;
  return mainConcepts(map)[0]?.id ?? null;
}

const sorted = new WeakMap<TopicMap, TopicMap['concepts']>();

/** The concepts of a map, those that most of it is about first; sorted once for each map. */
export function mainConcepts(map: TopicMap): TopicMap['concepts'] {
  const known = sorted.get(map) ?? [...map.concepts].sort(byPresence(map));
  sorted.set(map, known);
  return known;
}

/** Shows how dense the papers are instead of the topics' areas, or the areas again. */
export function toggleDensity(): void {
  setLook({ backdrop: useView.getState().look.backdrop === 'density' ? 'areas' : 'density' });
}
