import { Fragment, useState, type SubmitEvent } from 'react';
import type { ExportFormat } from '../../shared/export-options.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { RadioBar } from '../parts/radio-bar.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { exportMap, hasTopicFigure, type ExportChoice, type FigureChoice, type FigureExtent } from '../state/export-actions.ts';
import { useOpenMap } from '../state/library-store.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';
import { FigurePreview } from './figure-preview.tsx';
import './export-dialog.css';

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

const EXTENTS: { value: FigureExtent; label: string; about: string }[] = [
  { value: 'screen', label: 'What is on screen', about: 'The part of the map that you see, just as it looks there' },
  { value: 'papers', label: 'The whole map', about: 'Every paper, with nothing dimmed or marked' },
  { value: 'topics', label: 'Topics only', about: 'Topics as bubbles, as the map shows them from afar' },
];

const GROUNDS = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** What to export and how, with a preview of figures. */
export function ExportDialog({ initialFormat }: { initialFormat: ExportFormat }) {
  const theme = useColourScheme();
  const map = useOpenMap();
  const [choice, setChoice] = useState<ExportChoice>({ format: initialFormat, scale: 2, extent: 'screen', title: '', legend: true, theme });
  const change = (part: Partial<ExportChoice>) => setChoice({ ...choice, ...part });
  const isFigure = choice.format === 'png' || choice.format === 'svg';
  const format = FORMATS.find(({ value }) => value === choice.format);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    void exportMap(choice);
  };
  return (
    <form className="export-form" onSubmit={submit}>
      <div className="export-fields">
        <div className="field">
          <span>Format</span>
          <RadioBar label="Format" choices={FORMATS} value={choice.format} onChange={(value) => change({ format: value })} />
          <span className="field-hint">{format?.about}</span>
        </div>
        {isFigure && <FigureFields choice={choice} map={map} change={change} />}
      </div>
      {isFigure ? <FigurePreview choice={figureChoice(choice)} scale={choice.format === 'png' ? choice.scale : null} /> : map && <Contents map={map} isNetwork={choice.format !== 'json'} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>Cancel</button>
        <button type="submit" className="button primary" data-autofocus>Save {format?.label}</button>
      </div>
    </form>
  );
}

function figureChoice({ extent, title, legend, theme }: ExportChoice): FigureChoice {
  return { extent, title, legend, theme };
}

function FigureFields({ choice, map, change }: { choice: ExportChoice; map: TopicMap | null; change: (part: Partial<ExportChoice>) => void }) {
  const extents = EXTENTS.filter(({ value }) => value !== 'topics' || hasTopicFigure(map));
  return (
    <>
      <div className="field">
        <span>Show</span>
        <RadioBar label="Show" choices={extents} value={choice.extent} onChange={(extent) => change({ extent })} />
        <span className="field-hint">{EXTENTS.find(({ value }) => value === choice.extent)?.about}</span>
      </div>
      <div className="field-pair">
        <div className="field">
          <span>Colours</span>
          <RadioBar label="Colours" choices={GROUNDS} value={choice.theme} onChange={(theme) => change({ theme })} />
        </div>
        {choice.format === 'png' && (
          <div className="field">
            <span>Size</span>
            <RadioBar label="Size" choices={SCALES} value={SCALES.find(({ value }) => Number(value) === choice.scale)?.value ?? '2'} onChange={(value) => change({ scale: value === '1' ? 1 : value === '2' ? 2 : 4 })} />
          </div>
        )}
      </div>
      <label className="field">
        <span>Title <span className="field-hint">(optional)</span></span>
        <input className="text-field" value={choice.title} maxLength={300} onChange={(event) => change({ title: event.currentTarget.value })} />
      </label>
      <label className="check">
        <input type="checkbox" checked={choice.legend} onChange={(event) => change({ legend: event.currentTarget.checked })} />
        <span>Legend: what colours, sizes and lines mean</span>
      </label>
    </>
  );
}

/** What a file of data holds: networks are of papers and links alone. */
function Contents({ map, isNetwork }: { map: TopicMap; isNetwork: boolean }) {
  const network = [['Papers', map.papers.length], ['Links', map.links.length]] as const;
  const counts = isNetwork ? network : [...network, ['Topics', mainTopics(map).length] as const, ['Concepts', map.concepts.length] as const];
  return (
    <div className="export-contents">
      The file holds the whole map, whatever is hidden or dimmed on the screen:
      <dl>
        {counts.map(([name, count]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
