import { BookOpen, Plus, X } from 'lucide-react';
import { BUILT_IN_THESAURUS, type ThesaurusInfo } from '../../shared/thesaurus.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { TaskCard } from '../parts/task-card.tsx';
import { useTask } from '../state/task-store.ts';
import { addBuiltInThesaurus, chooseThesauri, removeThesaurus } from '../state/thesaurus-actions.ts';
import { useThesauri } from '../state/thesaurus-store.ts';
import { counted } from '../state/words.ts';

const FORMATS: Record<ThesaurusInfo['format'], string> = {
  'skos-turtle': 'SKOS, Turtle',
  'skos-rdfxml': 'SKOS, RDF/XML',
  'skos-jsonld': 'SKOS, JSON-LD',
  vosviewer: 'VOSviewer',
  csv: 'Table',
  'built-in': 'Built in',
};

const MOST_LINES = 200;
const LAST = Number.MAX_SAFE_INTEGER;

/** The thesauri of the library: what each brought, what was left out of it, and ways to add and remove them. */
export function ThesauriDialog() {
  const { list, problem } = useThesauri();
  const isBusy = useTask((task) => task.kind !== 'idle');
  const hasBuiltIn = list?.thesauri.some(({ id }) => id === BUILT_IN_THESAURUS) !== false;
  return (
    <div className="thesauri">
      <p className="note">
        A thesaurus says which wordings mean the same concept, which concepts are broader or related, and which words are no concepts at all. Papers
        are then linked through its concepts. Where two disagree, the lower one in the list counts.
      </p>
      {list && list.thesauri.length > 0 && (
        <ul className="thesaurus-list" aria-label="Thesauri">
          {list.thesauri.map((info) => <ThesaurusItem key={info.id} info={info} isBusy={isBusy} />)}
        </ul>
      )}
      {list?.thesauri.length === 0 && <p className="thesaurus-none">None is used. Concepts are found from the papers alone.</p>}
      {list && list.contradictions.length > 0 && (
        <Lines summary={`${counted(list.contradictions.length, 'wording')} claimed by two thesauri`} lines={list.contradictions.map((reason) => ({ line: null, reason }))} />
      )}
      {problem !== null && <p role="alert" className="thesaurus-problem">{problem}</p>}
      <TaskCard />
      <div className="dialog-actions thesaurus-actions">
        <span className="field-hint">SKOS (Turtle, RDF/XML, JSON-LD), VOSviewer or a table. Files can be dropped here.</span>
        {!hasBuiltIn && <button type="button" className="button" disabled={isBusy} onClick={() => void addBuiltInThesaurus()}>Use the built-in one</button>}
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void chooseThesauri()} data-autofocus>
          <Plus size={16} aria-hidden />Add…
        </button>
      </div>
    </div>
  );
}

function ThesaurusItem({ info, isBusy }: { info: ThesaurusInfo; isBusy: boolean }) {
  const { id, name, format, concepts, ignored, skipped, notices } = info;
  const facts = [FORMATS[format], counted(concepts, 'concept'), ...(ignored > 0 ? [`${counted(ignored, 'term')} ignored`] : [])];
  if (id === BUILT_IN_THESAURUS) facts.push('used where the papers are of its field');
  const told = [...(skipped.length > 0 ? [`${counted(skipped.length, 'line')} left out`] : []), ...(notices.length > 0 ? [counted(notices.length, 'notice')] : [])];
  const lines = [...skipped, ...notices.map(({ line, message }) => ({ line, reason: message }))].sort((a, b) => (a.line ?? LAST) - (b.line ?? LAST));
  return (
    <li className="thesaurus">
      <BookOpen size={16} strokeWidth={1.75} aria-hidden />
      <div className="thesaurus-text">
        <h3>{name}</h3>
        <p className="note">{facts.join(' · ')}</p>
        {told.length > 0 && <Lines summary={told.join(', ')} lines={lines} />}
      </div>
      <IconButton icon={X} label={id === BUILT_IN_THESAURUS ? `Leave out ${name}` : `Remove ${name}`} disabled={isBusy} onClick={() => void removeThesaurus(id)} />
    </li>
  );
}

function Lines({ summary, lines }: { summary: string; lines: readonly { line: number | null; reason: string }[] }) {
  const hasPlaces = lines.some(({ line }) => line !== null);
  return (
    <details className="thesaurus-lines">
      <summary>{summary}</summary>
      <table className="report-table">
        <thead><tr>{hasPlaces && <th scope="col">Line</th>}<th scope="col">What was done, and why</th></tr></thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map(({ line, reason }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same may be said twice of a line
            <tr key={`${place} ${line} ${reason}`}>{hasPlaces && <td className="thesaurus-line">{line ?? ''}</td>}<td>{reason}</td></tr>
          ))}
        </tbody>
      </table>
      {lines.length > MOST_LINES && <p className="note">and {counted(lines.length - MOST_LINES, 'more line')}</p>}
    </details>
  );
}
