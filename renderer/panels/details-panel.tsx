import { ChevronsRight, X } from 'lucide-react';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Selection } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { CommandIcon } from '../parts/command-button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { mapIndex } from '../state/map-index.ts';
import { setPanel, usePanels } from '../state/panel-store.ts';
import { useSelection, useView } from '../state/view-store.ts';
import { CompareDetails } from './compare-details.tsx';
import { ConceptDetails } from './concept-details.tsx';
import { LinkDetails } from './link-details.tsx';
import { MapOverview } from './map-overview.tsx';
import { PaperDetails } from './paper-details.tsx';
import { PathDetails } from './path-details.tsx';
import { selectionKind } from './selection-kinds.ts';
import { SeveralPapers } from './several-papers.tsx';
import { TopicDetails } from './topic-details.tsx';
import './details.css';

/** The right panel: what is selected, or the map as a whole. */
export function DetailsPanel({ map }: { map: TopicMap }) {
  const selection = useSelection();
  const content = useRef<HTMLDivElement>(null);
  const key = contentKey(selection);
  useScrollKept(content, key);
  const isSheet = usePanels(({ layout }) => layout === 'narrow');
  const kind = selectionKind(selection);
  return (
    <section className="side-panel details" aria-label="Details" data-part>
      <div className="panel-heading">
        {selection ? <p className="panel-name"><kind.icon size={14} aria-hidden /> {kind.label}</p> : <h2 className="panel-name">About this map</h2>}
        <div className="panel-actions">
          {isSheet && <IconButton icon={ChevronsRight} label="Hide details" onClick={() => setPanel('details', 'closed')} />}
          {selection && <CommandIcon id="selection.clear" icon={X} />}
        </div>
      </div>
      {/* Scrolling by keyboard needs the focus on what scrolls; a fieldset would be a form's. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={content} key={key} role="group" aria-label={selection ? kind.label : 'About this map'} className="details-content" tabIndex={-1} data-main>
        <Content map={map} selection={selection} />
      </div>
    </section>
  );
}

/** Another way of a path is the same content: its controls keep the focus. */
function contentKey(selection: Selection | null): string {
  return JSON.stringify(selection?.kind === 'path' ? { ...selection, choice: 0 } : selection);
}

function Content({ map, selection }: { map: TopicMap; selection: Selection | null }) {
  const index = mapIndex(map);
  if (selection === null) return <MapOverview map={map} index={index} />;
  switch (selection.kind) {
    case 'link': return <LinkDetails source={selection.source} target={selection.target} map={map} index={index} />;
    case 'path': return <PathDetails selection={selection} index={index} />;
    case 'compare': return <CompareDetails topics={selection.topics} index={index} />;
    case 'papers': return <SeveralPapers ids={selection.ids} index={index} />;
    case 'paper': {
      const paper = index.papers.get(selection.id);
      return paper ? <PaperDetails paper={paper} index={index} /> : null;
    }
    case 'concept': {
      const concept = index.concepts.get(selection.id);
      return concept ? <ConceptDetails concept={concept} index={index} /> : null;
    }
    case 'topic': {
      const topic = index.topics.get(selection.id);
      return topic ? <TopicDetails topic={topic} index={index} /> : null;
    }
  }
}

/** Back, Forward and the trail lead to where one was reading; anything else begins at the top. */
function useScrollKept(content: RefObject<HTMLDivElement | null>, key: string): void {
  const entries = useView(({ history }) => history.entries);
  const before = useRef({ key, entries });
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const element = content.current;
    const isReturn = before.current.entries === entries && before.current.key !== key;
    before.current = { key, entries };
    if (!element) return undefined;
    const kept = places.current;
    if (isReturn) element.scrollTo(0, kept.get(key) ?? 0);
    const note = () => void kept.set(key, element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    // A scroll event comes with the next frame; who scrolls and goes on at once is noted before what is shown changes.
    const forget = useView.subscribe(note);
    return () => {
      forget();
      element.removeEventListener('scroll', note);
    };
  }, [content, key, entries]);
}
