import { Menu } from '@mantine/core';
import { Fragment, useEffect, useRef, type ComponentProps } from 'react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { COMMANDS, runCommand, type Command, type CommandId } from '../state/commands.ts';
import { closeContextMenu, useContextMenu, type ContextMenu as MenuState } from '../state/context-menu-store.ts';
import { isMac } from '../state/host-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex } from '../state/map-index.ts';
import { menuSections } from '../state/menu-entries.ts';
import { selectionName } from '../state/selection-words.ts';
import { shortcutInWords } from '../state/shortcuts.ts';
import './context-menu.css';

/** Without keydown, which Mantine listens for too: the key that opens the menu is still on its way up then. */
const OUTSIDE: ComponentProps<typeof Menu>['clickOutsideEvents'] = ['mousedown', 'touchstart'];

type OpenMenu = Extract<MenuState, { kind: 'open' }>;

/** The menu of what can be done with what was right-clicked, or with the map; one for the whole window. */
export function ContextMenu() {
  const menu = useContextMenu();
  const map = useOpenMap();
  if (menu.kind === 'closed' || !map) return null;
  return <OpenContextMenu key={`${menu.x} ${menu.y} ${JSON.stringify(menu.selection)}`} menu={menu} map={map} />;
}

function OpenContextMenu({ menu, map }: { menu: OpenMenu; map: TopicMap }) {
  const returnFocus = useFocusToReturn();
  const sections = menuSections(menu.selection);
  const close = () => {
    closeContextMenu();
    returnFocus();
  };
  const choose = (id: CommandId) => {
    close();
    runCommand(id);
  };
  const name = menu.selection ? selectionName(menu.selection, mapIndex(map)) : 'Map';
  return (
    <Menu opened onChange={(opened) => !opened && close()} position="bottom-start" offset={2} width={260} transitionProps={{ duration: 0 }} returnFocus={false} clickOutsideEvents={OUTSIDE}>
      <Menu.Target>
        <span className="context-menu-place" style={{ left: menu.x, top: menu.y }} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Menu of ${name}`} className="context-menu" onContextMenu={(event) => event.preventDefault()}>
        <Menu.Label className="context-menu-name" title={name}>{name}</Menu.Label>
        {sections.length === 0 && <Menu.Item disabled>Nothing to do here</Menu.Item>}
        {sections.map(({ key, commands }, position) => (
          <Fragment key={key}>
            {position > 0 && <Menu.Divider />}
            {commands.map((id) => <Entry key={id} id={id} onChoose={() => choose(id)} />)}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ id, onChoose }: { id: CommandId; onChoose: () => void }) {
  const { label, shortcuts: [shortcut] }: Command = COMMANDS[id];
  return (
    <Menu.Item onClick={onChoose} rightSection={shortcut === undefined ? null : <span className="menu-shortcut">{shortcutInWords(shortcut, isMac())}</span>}>
      {label}
    </Menu.Item>
  );
}

/** Gives what brings the keyboard back to where it was when the menu opened. */
function useFocusToReturn(): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
  }, []);
  return () => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true });
  };
}
