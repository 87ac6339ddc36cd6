import { List, ListPlus, Plus, Star } from 'lucide-react';
import type { NamedList } from '../../shared/library-state.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { starredPapers, useAnnotations } from '../state/annotations.ts';
import { openDialog } from '../state/dialog-store.ts';
import { openList, STARRED_LIST, useLists, useOpenList } from '../state/lists.ts';
import { papersOfSelection, shownLists } from '../state/list-words.ts';
import { mapIndex } from '../state/map-index.ts';
import { useSelection } from '../state/view-store.ts';
import { OpenedList, StarredPapers } from './opened-list.tsx';
import './lists.css';

/** The Lists tab: the starred papers and the user's lists, or the one that is open. */
export function ListsPanel({ map }: { map: TopicMap }) {
  const opened = useOpenList(({ list }) => list);
  const list = useLists().find(({ id }) => id === opened);
  if (opened === STARRED_LIST) return <StarredPapers map={map} />;
  return list ? <OpenedList key={list.id} list={list} map={map} /> : <AllLists map={map} />;
}

function AllLists({ map }: { map: TopicMap }) {
  const lists = useLists();
  const annotations = useAnnotations();
  const { papers } = mapIndex(map);
  const present = (ids: readonly string[]) => ids.filter((id) => papers.has(id)).length;
  const chosen = papersOfSelection(map, useSelection());
  return (
    <section className="lists" aria-label="Lists">
      <div className="panel-heading">
        <h2 className="panel-name">Lists <span className="section-count">{lists.length}</span></h2>
        <button type="button" className="text-button with-icon" onClick={() => openDialog({ kind: 'list', papers: chosen })}><Plus size={14} aria-hidden />New list…</button>
      </div>
      <ul className="list-rows" aria-label="List of lists">
        <ListRow name="Starred papers" count={present(starredPapers(annotations))} kind="stars" onOpen={() => openList(STARRED_LIST)} />
        {shownLists(lists).map((list) => <ListRow key={list.id} name={list.name} count={present(list.papers)} kind={kindOf(list)} onOpen={() => openList(list.id)} />)}
      </ul>
      {lists.length === 0 && (
        <p className="side-hint">
          <ListPlus size={16} aria-hidden />
          <span>A list keeps papers together: what to read next, what to cite. Choose a paper, several papers or a topic, and press <kbd>L</kbd>.</span>
        </p>
      )}
    </section>
  );
}

function kindOf({ starred }: NamedList): 'list' | 'starred list' {
  return starred ? 'starred list' : 'list';
}

function ListRow({ name, count, kind, onOpen }: { name: string; count: number; kind: 'stars' | 'list' | 'starred list'; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className="list-row" title={name} onClick={onOpen}>
        {kind === 'stars' ? <Star size={14} className="star-sign" aria-hidden /> : <List size={14} aria-hidden />}
        <span className="list-name">{name}</span>
        {kind === 'starred list' && <Star size={12} className="star-sign" aria-hidden />}
        {kind === 'starred list' && <span className="visually-hidden"> (starred) </span>}
        <span className="topic-count">{count.toLocaleString('en')}<span className="visually-hidden"> {count === 1 ? 'paper' : 'papers'}</span></span>
      </button>
    </li>
  );
}
