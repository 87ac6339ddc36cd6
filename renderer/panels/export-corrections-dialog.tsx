import { useState, type SubmitEvent } from 'react';
import type { CorrectionFormat } from '../../shared/export-options.ts';
import { RadioBar } from '../parts/radio-bar.tsx';
import { exportCorrections } from '../state/correction-export.ts';
import { closeDialog } from '../state/dialog-store.ts';

const FORMATS: readonly { value: CorrectionFormat; label: string; about: string }[] = [
  { value: 'vosviewer', label: 'VOSviewer', about: 'A thesaurus file with the columns “label” and “replace by”' },
  { value: 'csv', label: 'CSV', about: 'A table of concepts and their other wordings' },
  { value: 'skos-turtle', label: 'SKOS', about: 'A vocabulary in Turtle, for other tools that know concepts' },
];

/** In which form to save the corrections of concepts. */
export function ExportCorrectionsDialog() {
  const [format, setFormat] = useState<CorrectionFormat>('vosviewer');
  const chosen = FORMATS.find(({ value }) => value === format);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    void exportCorrections(format);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p className="note">The corrections of concepts as a thesaurus. Added to another library under Thesauri, it makes the same corrections there.</p>
      <div className="field">
        <span>Format</span>
        <RadioBar label="Format" choices={FORMATS} value={format} onChange={setFormat} />
        <span className="field-hint">{chosen?.about}</span>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Cancel</button>
        <button type="submit" className="button primary" data-autofocus>Save {chosen?.label}</button>
      </div>
    </form>
  );
}
