import { useState, type SubmitEvent } from 'react';
import { closeDialog } from '../state/dialog-store.ts';
import { importText } from '../state/import-actions.ts';

/** Imports text from the clipboard: titles with abstracts, or an export in any known format. */
export function PasteDialog() {
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    void importText(text);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <label className="field">
        <span>Titles, each followed by its abstract, or an export in BibTeX, RIS or CSV</span>
        <textarea className="text-field" rows={12} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      </label>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Cancel</button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>Add papers</button>
      </div>
    </form>
  );
}
