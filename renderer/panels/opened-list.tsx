import { Menu } from '@mantine/core';
import { ArrowDownUp, ArrowLeft, Check, Download, MousePointerSquareDashed, Pencil, Plus, Star, StickyNote, Trash2 } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { NamedList } from '../../shared/library-state.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { EditableLabel } from '../parts/editable-label.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { toggleStar } from '../state/annotate-actions.ts';
import { starredPapers, useAnnotations } from '../state/annotations.ts';
import { addToList, removeFromList, removeList, renameList, setListNote, toggleListStar } from '../state/list-actions.ts';
import { openList, orderLists, useOpenList } from '../state/lists.ts';
import { listedPapers, papersOfSelection, type ListOrder } from '../state/list-words.ts';
import { goToPapers } from '../state/navigation.ts';
import { exportPapers, PAPER_FORMATS } from '../state/paper-export.ts';
import { useSelection } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { PapersToGoTo } from './papers-to-go-to.tsx';

const ORDERS: Record<ListOrder, string> = { added: 'As added', title: 'By title', newest: 'Newest first' };
const ORDER_NAMES = ['added', 'title', 'newest'] as const;

/** A list of the user's: its name, note and papers, and what can be done with them. */
export function OpenedList({ list, map }: { list: NamedList; map: TopicMap }) {
  const [isRenaming, setIsRenaming] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const hasNote = isWriting || list.note !== '';
  const papers = usePresent(list.papers, map);
  const chosen = papersOfSelection(map, useSelection());
  const keep = useCallback((note: string) => setListNote(list.id, note), [list.id]);
  const missing = chosen.filter((id) => !list.papers.includes(id));
  const rename = (name: string | null) => {
    setIsRenaming(false);
    if (name !== null) void renameList(list, name);
  };
  return (
    <section className="lists" aria-label={`List ${list.name}`}>
      <div className="panel-heading">
        <BackToLists />
        {isRenaming ? <EditableLabel label="Name of the list" value={list.name} onDone={rename} /> : <ListHeading name={list.name} count={papers.length} />}
        {!isRenaming && <IconButton icon={Pencil} label="Rename" onClick={() => setIsRenaming(true)} />}
        <IconButton icon={Star} label="Star" className="star-button" aria-pressed={list.starred} onClick={() => void toggleListStar(list)} />
        <IconButton icon={Trash2} label="Delete the list" onClick={() => void removeList(list)} />
      </div>
      <div className="list-scroll">
        <ListActions papers={papers} name={list.name}>
          {missing.length > 0 && (
            <button type="button" className="button small" title={`Add ${missing.length === 1 ? 'the selected paper' : counted(missing.length, 'selected paper')}`} onClick={() => void addToList(list, missing)}>
              <Plus size={14} aria-hidden />Add {missing.length.toLocaleString('en')}<span className="visually-hidden"> selected</span>
            </button>
          )}
          {!hasNote && <IconButton icon={StickyNote} label="Add a note" onClick={() => setIsWriting(true)} />}
        </ListActions>
        {hasNote && <div className="list-note"><NoteField label="Note on this list" note={list.note} keep={keep} isFocused={isWriting} onLeftEmpty={() => setIsWriting(false)} /></div>}
        {papers.length === 0 && <p className="side-hint"><span>Nothing in it yet. Choose papers on the map or in the table, then press <kbd>L</kbd> or add them here.</span></p>}
        <PapersToGoTo label={`Papers of ${list.name}`} papers={papers} map={map} removeLabel="Take out of the list" onRemove={(id) => void removeFromList(list, [id])} />
      </div>
    </section>
  );
}

/** The papers that have a star. */
export function StarredPapers({ map }: { map: TopicMap }) {
  const papers = usePresent(starredPapers(useAnnotations()), map);
  return (
    <section className="lists" aria-label="Starred papers">
      <div className="panel-heading">
        <BackToLists />
        <ListHeading name="Starred papers" count={papers.length} />
      </div>
      <div className="list-scroll">
        {papers.length > 0 && <ListActions papers={papers} name="Starred papers" />}
        {papers.length === 0 && <p className="side-hint"><Star size={16} aria-hidden /><span>No paper has a star yet. Choose one and press <kbd>S</kbd>, or click the star beside its title.</span></p>}
        <PapersToGoTo label="Starred papers" papers={papers} map={map} removeLabel="Take the star away" onRemove={(id) => void toggleStar([{ kind: 'paper', id }])} />
      </div>
    </section>
  );
}

function BackToLists() {
  return <IconButton icon={ArrowLeft} label="All lists" onClick={() => openList(null)} />;
}

function ListHeading({ name, count }: { name: string; count: number }) {
  return <h2 className="panel-name list-heading"><span className="list-name" title={name}>{name}</span> <span className="section-count">{count.toLocaleString('en')}</span></h2>;
}

function ListActions({ papers, name, children = null }: { papers: readonly string[]; name: string; children?: ReactNode }) {
  return (
    <div className="list-actions">
      {papers.length > 0 && (
        <button type="button" className="button small" title="Select its papers on the map" onClick={() => goToPapers(papers)}>
          <MousePointerSquareDashed size={14} aria-hidden />Select
        </button>
      )}
      {children}
      {papers.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className="icon-button" aria-label="Export the papers" title="Export the papers"><Download size={15} aria-hidden /></button>
          </Menu.Target>
          <Menu.Dropdown>
            {PAPER_FORMATS.map(({ format, label }) => <Menu.Item key={format} onClick={() => void exportPapers(papers, format, name)}>{label}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
      {papers.length > 1 && <OrderMenu />}
    </div>
  );
}

function OrderMenu() {
  const order = useOpenList((lists) => lists.order);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={`Order: ${ORDERS[order]}`} title={`Order: ${ORDERS[order]}`}><ArrowDownUp size={15} aria-hidden /></button>
      </Menu.Target>
      <Menu.Dropdown>
        {ORDER_NAMES.map((name) => <Menu.Item key={name} rightSection={name === order ? <Check size={14} aria-label="chosen" /> : null} onClick={() => orderLists(name)}>{ORDERS[name]}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Papers of a list that are still in the library, in the order that the user chose. */
function usePresent(ids: readonly string[], map: TopicMap): string[] {
  const order = useOpenList((lists) => lists.order);
  return listedPapers(map, ids, order);
}
