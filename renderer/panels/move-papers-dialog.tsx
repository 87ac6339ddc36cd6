import { Picker } from '../parts/picker.tsx';
import { movePapers } from '../state/correct-actions.ts';
import { namedOrCounted } from '../state/correction-words.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { paperTitles } from '../state/list-words.ts';
import { mapIndex } from '../state/map-index.ts';
import { topicOptions } from '../state/picker-options.ts';
import './correct-dialogs.css';

/** Puts papers into the topic that the user picks. */
export function MovePapersDialog({ papers }: { papers: readonly string[] }) {
  const map = useOpenMap();
  if (!map) return null;
  const topics = new Set(papers.map((id) => mapIndex(map).papers.get(id)?.topic ?? null));
  const [only] = topics;
  return (
    <div className="dialog-form">
      <p className="note">{`${namedOrCounted(paperTitles(map, papers), 'paper')} will stay in the topic that you choose, also when topics are found anew. On the map you can also drag ${papers.length === 1 ? 'it' : 'them'} onto a topic.`}</p>
      <Picker
        label="Topic to move to"
        placeholder="Which topic?"
        options={topicOptions(map, topics.size === 1 && only ? [only] : [])}
        none="No topic has this name."
        onPick={({ id }) => {
          closeDialog();
          void movePapers(papers, id);
        }}
      />
    </div>
  );
}
