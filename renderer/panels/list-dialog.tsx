import { useState, type SubmitEvent } from 'react';
import { closeDialog } from '../state/dialog-store.ts';
import { openMap } from '../state/library-store.ts';
import { addToList, makeList, removeFromList } from '../state/list-actions.ts';
import { openList, openLists, useLists } from '../state/lists.ts';
import { paperTitles, shownLists, suggestedListName } from '../state/list-words.ts';
import { revealSideTab } from '../state/side-tab-store.ts';
import { selected } from '../state/view-store.ts';
import { namedOrCounted } from '../state/correction-words.ts';
import './correct-dialogs.css';

/** Puts papers into lists that there are, or into a new one. */
export function ListDialog({ papers }: { papers: readonly string[] }) {
  const lists = useLists();
  const [name, setName] = useState(() => suggestedName());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void makeAndShow(name.trim(), papers);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p className="note">{papers.length === 0 ? 'An empty list, to which papers can be added.' : namedOrCounted(paperTitles(openMap(), papers), 'paper')}</p>
      <label className="field">
        <span>New list</span>
        <input className="text-field" value={name} maxLength={200} data-autofocus onChange={(event) => setName(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {papers.length > 0 && lists.length > 0 && (
        <fieldset className="correct-chosen is-scrolled">
          <legend>Or in lists that you have</legend>
          {shownLists(lists).map((list) => {
            const inside = papers.filter((id) => list.papers.includes(id)).length;
            return (
              <label key={list.id} className="check correct-choice">
                <input
                  type="checkbox"
                  checked={inside === papers.length}
                  ref={(box) => {
                    if (box) box.indeterminate = inside > 0 && inside < papers.length;
                  }}
                  onChange={() => void (inside === papers.length ? removeFromList(list, papers) : addToList(list, papers))}
                />
                <span>{list.name}</span>
                <span className="note">{list.papers.length.toLocaleString('en')}</span>
              </label>
            );
          })}
        </fieldset>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Close</button>
        <button type="submit" className="button primary" disabled={name.trim() === ''}>Make the list</button>
      </div>
    </form>
  );
}

function suggestedName(): string {
  const map = openMap();
  return map ? suggestedListName(map, selected(), openLists()) : '';
}

async function makeAndShow(name: string, papers: readonly string[]): Promise<void> {
  closeDialog();
  const list = await makeList(name, papers);
  if (list === null) return;
  openList(list);
  revealSideTab('lists');
}
