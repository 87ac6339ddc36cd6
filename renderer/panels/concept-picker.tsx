import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { mainConcepts } from '../state/look-actions.ts';
import { setLook, useView } from '../state/view-store.ts';

/** More rows than this are not for reading: typing narrows them down. */
const MOST_ROWS = 60;

/** The choice of the concept that colours tell. */
export function ConceptPicker({ map }: { map: TopicMap }) {
  const concept = useView((state) => state.look.colourConcept);
  const choices = useMemo(() => mainConcepts(map).map(({ id, label }) => ({ value: id, label })), [map]);
  return (
    <Select
      size="xs"
      aria-label="Concept that colours tell"
      placeholder="Choose a concept"
      searchable
      selectFirstOptionOnChange
      limit={MOST_ROWS}
      data={choices}
      value={concept}
      nothingFoundMessage="No such concept"
      comboboxProps={{ withinPortal: true, position: 'top-start' }}
      onChange={(id) => id !== null && setLook({ colourConcept: id })}
    />
  );
}
