import { Split } from 'lucide-react';
import type { MapConcept } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { splitWording } from '../state/correct-actions.ts';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex } from '../state/map-index.ts';
import './correct-dialogs.css';

/** The other wordings of a concept, each of which can be made a concept of its own. `first`: the first of them takes the keys where it opens. */
export function Wordings({ concept, aliases, first }: { concept: MapConcept; aliases: readonly string[]; first?: 'takes keys' }) {
  return (
    <ul className="wordings" aria-label="Other wordings">
      {aliases.map((wording, place) => (
        <li key={wording} className="wording">
          <span>{wording}</span>
          <IconButton icon={Split} label={`Split off “${wording}”`} hint="Makes it a concept of its own" onClick={() => void splitWording(concept.id, wording)} data-autofocus={(place === 0 && first) || undefined} />
        </li>
      ))}
    </ul>
  );
}

/** The wordings of a concept in a dialog. */
export function WordingsDialog({ concept: id }: { concept: string }) {
  const map = useOpenMap();
  const concept = map ? mapIndex(map).concepts.get(id) : undefined;
  if (!concept) return null;
  return (
    <div className="dialog-form">
      <p className="note">{concept.aliases.length === 0 ? `“${concept.label}” has no other wordings.` : `A wording that means something else than “${concept.label}” can be made a concept of its own.`}</p>
      <Wordings concept={concept} aliases={concept.aliases} first="takes keys" />
    </div>
  );
}
