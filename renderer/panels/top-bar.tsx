import { Import, PanelLeft, PanelRight, Redo2, Share, Undo2 } from 'lucide-react';
import { VIEWS, type View } from '../../shared/settings.ts';
import { CommandButton, CommandIcon } from '../parts/command-button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { RadioBar } from '../parts/radio-bar.tsx';
import { runCommand } from '../state/commands.ts';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { useOpenLibrary, useOpenMap } from '../state/library-store.ts';
import { usePanels, type PanelName } from '../state/panel-store.ts';
import { setView, useView } from '../state/view-store.ts';
import { AppMenu } from './app-menu.tsx';
import { HistoryButtons } from './history-buttons.tsx';
import { LibraryMenu } from './library-menu.tsx';
import { SearchBox } from './search-box.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const VIEW_LABELS: Record<View, string> = { papers: 'Papers', concepts: 'Concepts', both: 'Both' };

/** The bar along the top: library and files, edits, history, search, views, theme and panels. */
export function TopBar() {
  const library = useOpenLibrary();
  const hasMap = useOpenMap() !== null;
  return (
    <header className="top-bar" data-part>
      {hasMap && <SkipLink />}
      <h1 className="visually-hidden">Concept Atlas</h1>
      <div className="bar-group">
        <PanelToggle panel="topics" hasMap={hasMap} />
        <AppMenu />
        <LibraryMenu />
      </div>
      <div className="bar-group">
        <CommandButton id="library.import" icon={Import} />
        <CommandButton id="export.open" icon={Share} />
      </div>
      <span className="bar-rule" />
      <div className="bar-group">
        <CommandIcon id="edit.undo" icon={Undo2} says={library?.undoLabel ?? null} />
        <CommandIcon id="edit.redo" icon={Redo2} says={library?.redoLabel ?? null} />
      </div>
      <span className="bar-rule" />
      <div className="bar-group">
        <HistoryButtons />
      </div>
      <SearchBox disabled={!hasMap} />
      <ViewSwitch disabled={!hasMap} />
      <div className="bar-group">
        <ThemeMenu />
        <PanelToggle panel="details" hasMap={hasMap} />
      </div>
    </header>
  );
}

function SkipLink() {
  return (
    <a
      href="#map"
      className="skip-link"
      onClick={(event) => {
        event.preventDefault();
        graphViewHandle.current?.focus();
      }}
    >
      Skip to the map
    </a>
  );
}

function ViewSwitch({ disabled }: { disabled: boolean }) {
  const view = useView((state) => state.view);
  const choices = VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }));
  return <RadioBar label="View" choices={choices} value={view} disabled={disabled} onChange={setView} />;
}

function PanelToggle({ panel, hasMap }: { panel: PanelName; hasMap: boolean }) {
  const isOpen = usePanels((state) => state[panel] === 'open');
  if (!hasMap) return null;
  const name = panel === 'topics' ? 'Topics panel' : 'Details panel';
  return (
    <IconButton
      icon={panel === 'topics' ? PanelLeft : PanelRight}
      label={name}
      hint={isOpen ? 'Hide' : 'Show'}
      aria-pressed={isOpen}
      onClick={() => runCommand(panel === 'topics' ? 'panel.topics' : 'panel.details')}
    />
  );
}
