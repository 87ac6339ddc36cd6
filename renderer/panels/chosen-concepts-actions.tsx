import { Combine, EyeOff } from 'lucide-react';
import { hideConcepts } from '../state/correct-actions.ts';
import { chooseConcepts, useChosenConcepts } from '../state/chosen-concepts.ts';
import { openDialog } from '../state/dialog-store.ts';
import './correct-dialogs.css';

/** What can be done with several concepts chosen in their table; nothing while one or none is. */
export function ChosenConceptsActions() {
  const ids = useChosenConcepts((chosen) => chosen.ids);
  if (ids.length < 2) return null;
  const hide = () => {
    chooseConcepts([]);
    void hideConcepts(ids);
  };
  return (
    <div className="chosen-concepts">
      <span>{ids.length} chosen</span>
      <button type="button" className="button small" onClick={() => openDialog({ kind: 'merge', of: 'concept', ids })}><Combine size={14} aria-hidden />Merge {ids.length}…</button>
      <button type="button" className="button small" onClick={hide}><EyeOff size={14} aria-hidden />Hide {ids.length}</button>
      <button type="button" className="text-button" onClick={() => chooseConcepts([])}>Choose none</button>
    </div>
  );
}
