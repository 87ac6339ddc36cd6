import { X } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Picker } from '../parts/picker.tsx';
import { mergeConcepts, mergeTopics } from '../state/correct-actions.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { previewConcepts, previewTopics, type MergePreview } from '../state/merge-preview.ts';
import { conceptOptions, topicOptions } from '../state/picker-options.ts';
import type { PickerOption } from '../state/picker-search.ts';
import { counted } from '../state/words.ts';
import './correct-dialogs.css';

const WORDINGS_NAMED = 6;

interface Props {
  of: 'concept' | 'topic';
  /** Those that the user began with. */
  ids: readonly string[];
}

/** Makes concepts, or topics, one: which, and whose name stays. Says what comes of it. */
export function MergeDialog({ of, ids: first }: Props) {
  const map = useOpenMap();
  const [ids, setIds] = useState(first);
  /** The one whose name stays; the first picked unless the user chose another. */
  const [into, setInto] = useState<string | null>(first.length > 1 ? (first[0] ?? null) : null);
  if (!map) return null;
  const options = of === 'concept' ? conceptOptions(map) : topicOptions(map);
  const chosen = ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
  const add = ({ id }: PickerOption) => {
    setIds([...ids, id]);
    setInto(into ?? id);
  };
  const drop = (id: string) => {
    const rest = ids.filter((other) => other !== id);
    setIds(rest);
    if (into === id) setInto(rest.length > 1 ? (rest[0] ?? null) : null);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (into === null || ids.length < 2) return;
    closeDialog();
    void (of === 'concept' ? mergeConcepts(ids, into) : mergeTopics(ids, into));
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <Chosen of={of} chosen={chosen} into={into} onInto={setInto} onDrop={drop} />
      <Picker
        label={`${of === 'concept' ? 'Concept' : 'Topic'} to merge with`}
        placeholder={ids.length < 2 ? `Which ${of} is the same?` : `Add another ${of}`}
        options={options.filter(({ id }) => !ids.includes(id))}
        none={`No ${of} has this name.`}
        enter={ids.length < 2 ? 'picks' : 'form'}
        onPick={add}
      />
      <p className="correct-outcome" aria-live="polite">{into !== null && ids.length > 1 ? outcome(map, of, ids, into) : ''}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Cancel</button>
        <button type="submit" className="button primary" disabled={into === null || ids.length < 2}>Merge</button>
      </div>
    </form>
  );
}

interface ChosenProps {
  of: 'concept' | 'topic';
  chosen: readonly PickerOption[];
  into: string | null;
  onInto: (id: string) => void;
  onDrop: (id: string) => void;
}

function Chosen({ of, chosen, into, onInto, onDrop }: ChosenProps) {
  if (chosen.length < 2) return <p className="note">Merge “{chosen[0]?.label}” with another {of}.</p>;
  return (
    <fieldset className="correct-chosen">
      <legend>Name that stays</legend>
      {chosen.map(({ id, label, about }) => (
        <div key={id} className="correct-choice">
          <label className="check">
            <input type="radio" name="into" checked={id === into} onChange={() => onInto(id)} />
            <span>{label}</span>
            <span className="note">{about}</span>
          </label>
          <IconButton icon={X} label={`Leave out ${label}`} onClick={() => onDrop(id)} />
        </div>
      ))}
    </fieldset>
  );
}

function outcome(map: TopicMap, of: Props['of'], ids: readonly string[], into: string): string {
  if (of === 'topic') return `One topic of ${counted(previewTopics(map, ids).papers, 'paper')}. The name stays when topics are found anew.`;
  return conceptOutcome(previewConcepts(map, ids, into));
}

function conceptOutcome({ papers, shared, wordings }: MergePreview): string {
  const both = shared > 0 ? `, ${shared.toLocaleString('en')} of which ${shared === 1 ? 'has' : 'have'} more than one of the wordings` : '';
  const more = wordings.length > WORDINGS_NAMED ? ` and ${wordings.length - WORDINGS_NAMED} more` : '';
  return `One concept in ${counted(papers, 'paper')}${both}. Also written as ${wordings.slice(0, WORDINGS_NAMED).join(', ')}${more}.`;
}
