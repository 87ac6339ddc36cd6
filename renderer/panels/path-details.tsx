import { useEffect, useId } from 'react';
import type { MapPath, PathReply, PathStep } from '../../shared/answers.ts';
import { pathPhrases, type PathEndNames, type PathPhrase } from '../../shared/path-in-words.ts';
import type { PathEnd, Selection } from '../../shared/settings.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { menuFor } from '../parts/menu-for.ts';
import { RadioBar } from '../parts/radio-bar.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import { WhyButton } from '../parts/why-button.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { showPath } from '../state/path-store.ts';
import { endName, shortTitle } from '../state/selection-names.ts';
import { useReply } from '../state/use-reply.ts';
import { replaceSelection } from '../state/view-store.ts';
import { counted, strengthInWords } from '../state/words.ts';
import './path-details.css';

type PathSelection = Extract<Selection, { kind: 'path' }>;

const CONCEPTS_OF_STEP = 3;
const WAYS = ['Strongest', 'Second', 'Third', 'Fourth', 'Fifth'];

/** How one paper or topic leads to another: the chain of papers, with the concepts that join each step, and other ways. */
export function PathDetails({ selection, index }: { selection: PathSelection; index: MapIndex }) {
  const { from, to } = selection;
  const name = (end: PathEnd) => (end.kind === 'paper' ? shortTitle(endName(end, index)) : endName(end, index));
  const reply = useReply('path.find', { from, to });
  return (
    <article className="detail-article">
      <h2 className="detail-title is-small">From {name(from)} to {name(to)}</h2>
      {reply === null && <Skeleton lines={8} />}
      {reply && !reply.ok && <p className="lead">{reply.failure.code === 'map.noPath' ? NO_PATH : reply.failure.message}</p>}
      {reply?.ok && <Ways found={reply.value} selection={selection} index={index} />}
    </article>
  );
}

const NO_PATH = 'No chain of links leads from one to the other: they lie in parts of the map that share no concept. In Settings, more links for each paper may join them.';

function Ways({ found: { paths }, selection, index }: { found: PathReply; selection: PathSelection; index: MapIndex }) {
  const choice = Math.min(selection.choice, paths.length - 1);
  const path = paths[choice];
  useEffect(() => {
    showPath(path?.papers ?? null);
    return () => showPath(null);
  }, [path]);
  if (!path) return <p className="lead">{NO_PATH}</p>;
  return (
    <>
      {paths.length > 1 && (
        <RadioBar
          label={counted(paths.length, 'way')}
          choices={paths.map((_, at) => ({ value: String(at), label: WAYS[at] ?? String(at + 1) }))}
          value={String(choice)}
          onChange={(at) => replaceSelection({ ...selection, choice: Number(at) })}
        />
      )}
      <Sentence path={path} names={{ from: endName(selection.from, index), to: endName(selection.to, index) }} index={index} />
      <PathList path={path} index={index} />
    </>
  );
}

function Sentence({ path, names, index }: { path: MapPath; names: PathEndNames; index: MapIndex }) {
  const { steps, strength } = path;
  if (steps.length === 0) return <p className="lead">Both meet in one paper.</p>;
  return (
    <>
      <p className="lead path-sentence">{pathPhrases(path, names).map((phrase, at) => <Phrase key={at} phrase={phrase} isFirst={at === 0} index={index} />)}.</p>
      <p className="note">{counted(steps.length, 'step')}, {strengthInWords(strength ** (1 / steps.length)).toLowerCase()} on the whole.</p>
    </>
  );
}

function Phrase({ phrase: { kind, text, id }, isFirst, index }: { phrase: PathPhrase; isFirst: boolean; index: MapIndex }) {
  if (kind === 'end') return <em>{text}</em>;
  if (kind === 'concept' && id !== undefined && index.concepts.has(id)) return <button type="button" className="path-concept" onClick={() => goTo({ kind: 'concept', id })}>{text}</button>;
  return isFirst ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function PathList({ path: { papers, steps }, index }: { path: MapPath; index: MapIndex }) {
  const most = Math.max(...steps.map(({ weight }) => weight));
  return (
    <ol className="path-list" aria-label="Papers on the path">
      {papers.map((id, at) => <PathPaper key={id} id={id} place={at + 1} step={steps[at] ?? null} most={most} index={index} />)}
    </ol>
  );
}

function PathPaper({ id, place, step, most, index }: { id: string; place: number; step: PathStep | null; most: number; index: MapIndex }) {
  const titleId = useId();
  const paper = index.papers.get(id);
  return (
    <li className="path-paper">
      <div className="path-stop" {...menuFor({ kind: 'paper', id })}>
        <span className="path-place" aria-hidden>{place}</span>
        <TopicDot position={index.topicPosition(paper?.topic ?? null)} />
        <div className="paper-row-text">
          <button type="button" id={titleId} className="paper-title" onClick={() => goTo({ kind: 'paper', id })}>{paper?.title ?? id}</button>
          {paper?.year !== undefined && <p className="paper-because">{paper.year}</p>}
        </div>
      </div>
      {step && <Joint step={step} most={most} titleId={titleId} index={index} />}
    </li>
  );
}

function Joint({ step: { source, target, weight, because }, most, titleId, index }: { step: PathStep; most: number; titleId: string; index: MapIndex }) {
  const joining = [...new Set(because.map(({ id }) => id))].slice(0, CONCEPTS_OF_STEP);
  return (
    <div className="path-joint">
      <div className="path-joint-text">
        <p className="link-strength"><ShareBar part={weight} most={most} says="Strength of the link" /><span>{strengthInWords(weight)}</span></p>
        <div className="chip-row">{joining.map((id) => <ConceptChip key={id} id={id} index={index} />)}</div>
      </div>
      <WhyButton source={source} target={target} describedBy={titleId} />
    </div>
  );
}
