import { useState, type SubmitEvent } from 'react';
import type { ExportFormat } from '../../shared/export-options.ts';
import { RadioBar } from '../parts/radio-bar.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { exportMap, type ExportChoice } from '../state/export-actions.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';

const FORMATS: { value: ExportFormat; label: string; about: string }[] = [
  { value: 'png', label: 'PNG', about: 'A picture, for slides and documents' },
  { value: 'svg', label: 'SVG', about: 'A drawing that stays sharp at any size' },
  { value: 'json', label: 'JSON', about: 'The whole map as data: papers, concepts, topics and links' },
  { value: 'gexf', label: 'GEXF', about: 'The network for Gephi' },
  { value: 'graphml', label: 'GraphML', about: 'The network for Cytoscape, yEd and others' },
];

const SCALES = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '4', label: '4×' },
] as const;

const EXTENTS = [
  { value: 'map', label: 'The whole map' },
  { value: 'screen', label: 'What is on screen' },
] as const;

const GROUNDS = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** What to export and how. */
export function ExportDialog({ initialFormat }: { initialFormat: ExportFormat }) {
  const theme = useColourScheme();
  const [choice, setChoice] = useState<ExportChoice>({ format: initialFormat, scale: 2, extent: 'map', title: '', legend: true, theme });
  const change = (part: Partial<ExportChoice>) => setChoice({ ...choice, ...part });
  const isFigure = choice.format === 'png' || choice.format === 'svg';
  const format = FORMATS.find(({ value }) => value === choice.format);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    void exportMap(choice);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <div className="field">
        <span>Format</span>
        <RadioBar label="Format" choices={FORMATS} value={choice.format} onChange={(value) => change({ format: value })} />
        <span className="field-hint">{format?.about}</span>
      </div>
      {choice.format === 'png' && (
        <div className="field">
          <span>Size</span>
          <RadioBar label="Size" choices={SCALES} value={SCALES.find(({ value }) => Number(value) === choice.scale)?.value ?? '2'} onChange={(value) => change({ scale: value === '1' ? 1 : value === '2' ? 2 : 4 })} />
        </div>
      )}
      {isFigure && <FigureFields choice={choice} change={change} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Cancel</button>
        <button type="submit" className="button primary" data-autofocus>Save {format?.label}</button>
      </div>
    </form>
  );
}

function FigureFields({ choice, change }: { choice: ExportChoice; change: (part: Partial<ExportChoice>) => void }) {
  return (
    <>
      <div className="field-pair">
        <div className="field">
          <span>Show</span>
          <RadioBar label="Show" choices={EXTENTS} value={choice.extent} onChange={(extent) => change({ extent })} />
        </div>
        <div className="field">
          <span>Colours</span>
          <RadioBar label="Colours" choices={GROUNDS} value={choice.theme} onChange={(theme) => change({ theme })} />
        </div>
      </div>
      <label className="field">
        <span>Title <span className="field-hint">(optional)</span></span>
        <input className="text-field" value={choice.title} maxLength={300} onChange={(event) => change({ title: event.currentTarget.value })} />
      </label>
      <label className="check">
        <input type="checkbox" checked={choice.legend} onChange={(event) => change({ legend: event.currentTarget.checked })} />
        <span>Legend with the topics and their colours</span>
      </label>
    </>
  );
}
