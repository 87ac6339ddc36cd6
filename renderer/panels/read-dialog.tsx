import type { PaperDetail } from '../../shared/details.ts';
import { Skeleton } from '../parts/skeleton.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex, type MapIndex } from '../state/map-index.ts';
import { markMentions } from '../state/mark-mentions.ts';
import { goTo } from '../state/navigation.ts';
import { useReply } from '../state/use-reply.ts';
import { namesInWords } from '../state/words.ts';
import './read-dialog.css';

/** The abstracts of two papers side by side, with the concepts that both mention marked. */
export function ReadDialog({ papers: [first, second] }: { papers: readonly [string, string] }) {
  const map = useOpenMap();
  const one = useReply('paper.get', { paper: first });
  const other = useReply('paper.get', { paper: second });
  if (!map) return null;
  const index = mapIndex(map);
  const details = [one?.ok ? one.value : null, other?.ok ? other.value : null] as const;
  const shared = sharedConcepts(details);
  return (
    <>
      <p className="note read-note">What both papers mention is marked.</p>
      <div className="read-columns">
        {[first, second].map((id, at) => <ReadPaper key={id} id={id} detail={details[at] ?? null} shared={shared} index={index} />)}
      </div>
    </>
  );
}

function sharedConcepts([one, other]: readonly [PaperDetail | null, PaperDetail | null]): ReadonlySet<string> {
  const mentioned = new Set(other?.mentions.map(({ concept }) => concept));
  return new Set(one?.mentions.flatMap(({ concept }) => (mentioned.has(concept) ? [concept] : [])));
}

function ReadPaper({ id, detail, shared, index }: { id: string; detail: PaperDetail | null; shared: ReadonlySet<string>; index: MapIndex }) {
  const paper = index.papers.get(id);
  const source = detail ? [namesInWords(detail.authors), detail.year, detail.venue].filter((part) => part !== null && part !== '').join(' · ') : '';
  const open = () => {
    closeDialog();
    goTo({ kind: 'paper', id });
  };
  return (
    <article className="read-paper">
      <h3 className="read-title"><button type="button" className="paper-title" onClick={open}>{paper?.title ?? id}</button></h3>
      <p className="note">{source}</p>
      {!detail && <Skeleton lines={10} />}
      {detail && <p className="abstract">{detail.abstract === '' ? 'This paper came without an abstract.' : <SharedMarks detail={detail} shared={shared} index={index} />}</p>}
    </article>
  );
}

function SharedMarks({ detail, shared, index }: { detail: PaperDetail; shared: ReadonlySet<string>; index: MapIndex }) {
  const mentions = detail.mentions.filter(({ field, concept }) => field === 'abstract' && shared.has(concept));
  return markMentions(detail.abstract, mentions).map(({ text, start, concept }) => (concept === null ? text : <SharedMark key={start} concept={concept} text={text} index={index} />));
}

function SharedMark({ concept, text, index }: { concept: string; text: string; index: MapIndex }) {
  const known = index.concepts.get(concept);
  return <mark style={useTopicStyle(index.topicPosition(known?.topic ?? null))} title={known?.label}>{text}</mark>;
}
