import { useMemo } from 'react';
import type { PathEnd } from '../../shared/settings.ts';
import { Picker } from '../parts/picker.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { pickCandidates, pickedSelection, type PickPurpose } from '../state/pick.ts';
import { endName } from '../state/selection-names.ts';

/** Finds the other paper or topic of a comparison or a path. */
export function PickDialog({ purpose, from }: { purpose: PickPurpose; from: PathEnd }) {
  const map = useOpenMap();
  const options = useMemo(() => (map ? pickCandidates(purpose, from, map) : []), [map, purpose, from]);
  if (!map) return null;
  const index = mapIndex(map);
  const kinds = purpose === 'path' ? 'paper or topic' : from.kind;
  return (
    <div className="dialog-form">
      <p className="lead">{purpose === 'path' ? 'From' : 'Compare'} <strong>{endName(from, index)}</strong> {purpose === 'path' ? 'to' : 'with'}</p>
      <Picker
        label={`Find a ${kinds}`}
        placeholder={`Find a ${kinds}`}
        options={options}
        none={`No ${kinds} has such a name. Try fewer or other words.`}
        onPick={({ end }) => {
          closeDialog();
          goTo(pickedSelection(purpose, from, end));
        }}
      />
    </div>
  );
}
