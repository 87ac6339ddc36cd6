import { TopicDot } from '../parts/topic-dot.tsx';
import { menuFor } from '../parts/menu-for.ts';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';

/** Two papers under the letters that stand for them. */
export function PairHeading({ papers, index }: { papers: readonly [string, string]; index: MapIndex }) {
  return (
    <ol className="pair">
      {papers.map((id, at) => <PairPaper key={id} id={id} letter={at === 0 ? 'A' : 'B'} index={index} />)}
    </ol>
  );
}

function PairPaper({ id, letter, index }: { id: string; letter: 'A' | 'B'; index: MapIndex }) {
  const paper = index.papers.get(id);
  return (
    <li className="pair-paper" {...menuFor({ kind: 'paper', id })}>
      <span className="pair-letter" aria-hidden>{letter}</span>
      <TopicDot position={index.topicPosition(paper?.topic ?? null)} />
      <div>
        <button type="button" className="paper-title" onClick={() => goTo({ kind: 'paper', id })}>{paper?.title ?? id}</button>
        {paper?.year !== undefined && <p className="paper-because">{paper.year}</p>}
      </div>
    </li>
  );
}
