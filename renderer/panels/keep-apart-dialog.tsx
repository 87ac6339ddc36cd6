import { Picker } from '../parts/picker.tsx';
import { keepApart } from '../state/correct-actions.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { conceptOptions } from '../state/picker-options.ts';
import './correct-dialogs.css';

/** Says of a concept and another that they are two, whatever a thesaurus or their spelling may say. */
export function KeepApartDialog({ concept }: { concept: string }) {
  const map = useOpenMap();
  if (!map) return null;
  const label = map.concepts.find(({ id }) => id === concept)?.label ?? concept;
  return (
    <div className="dialog-form">
      <p className="note">“{label}” will never be joined with the concept that you choose, nor will that be proposed.</p>
      <Picker
        label="Concept to keep apart"
        placeholder="Which concept is another one?"
        options={conceptOptions(map, [concept])}
        none="No concept has this name."
        onPick={({ id }) => {
          closeDialog();
          void keepApart([concept, id]);
        }}
      />
    </div>
  );
}
