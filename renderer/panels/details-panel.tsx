import { Columns2, FileText, Files, Link2, Route, Shapes, Tag, X, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import type { Selection } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { CommandIcon } from '../parts/command-button.tsx';
import { mapIndex } from '../state/map-index.ts';
import { useSelection } from '../state/view-store.ts';
import { ConceptDetails } from './concept-details.tsx';
import { LinkDetails } from './link-details.tsx';
import { MapOverview } from './map-overview.tsx';
import { PaperDetails } from './paper-details.tsx';
import { TopicDetails } from './topic-details.tsx';

const KINDS: Record<Selection['kind'], { label: string; icon: LucideIcon }> = {
  paper: { label: 'Paper', icon: FileText },
  concept: { label: 'Concept', icon: Tag },
  topic: { label: 'Topic', icon: Shapes },
  link: { label: 'Link', icon: Link2 },
  path: { label: 'Path', icon: Route },
  compare: { label: 'Two topics', icon: Columns2 },
  papers: { label: 'Several papers', icon: Files },
};

/** The right panel: what is selected, or the map as a whole. */
export function DetailsPanel({ map }: { map: TopicMap }) {
  const selection = useSelection();
  const content = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(selection);
  const keepFocus = useFocusKept(content);
  const kind = selection ? KINDS[selection.kind] : null;
  return (
    // A click is only noted here; the controls inside handle it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <section className="side-panel details" aria-label="Details" onClickCapture={keepFocus}>
      <div className="panel-heading">
        {kind ? <p className="panel-name"><kind.icon size={14} aria-hidden /> {kind.label}</p> : <h2 className="panel-name">About this map</h2>}
        {selection && <CommandIcon id="selection.clear" icon={X} />}
      </div>
      {/* Scrolling by keyboard needs the focus on what scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={content} key={key} className="details-content" tabIndex={-1}>
        <Content map={map} selection={selection} />
      </div>
    </section>
  );
}

function Content({ map, selection }: { map: TopicMap; selection: Selection | null }) {
  const index = mapIndex(map);
  if (selection === null) return <MapOverview map={map} index={index} />;
  if (selection.kind === 'link') return <LinkDetails source={selection.source} target={selection.target} index={index} />;
  const paper = selection.kind === 'paper' ? index.papers.get(selection.id) : undefined;
  if (paper) return <PaperDetails paper={paper} index={index} />;
  const concept = selection.kind === 'concept' ? index.concepts.get(selection.id) : undefined;
  if (concept) return <ConceptDetails concept={concept} index={index} />;
  const topic = selection.kind === 'topic' ? index.topics.get(selection.id) : undefined;
  return topic ? <TopicDetails topic={topic} index={index} /> : null;
}

/** A button that is chosen here goes away with what it showed; the keyboard then goes on from the new content. */
function useFocusKept(content: RefObject<HTMLDivElement | null>): () => void {
  const wasUsed = useRef(false);
  useEffect(() => {
    if (wasUsed.current && document.activeElement === document.body) content.current?.focus({ preventScroll: true });
    wasUsed.current = false;
  });
  return () => {
    wasUsed.current = true;
  };
}
