import { Menu } from '@mantine/core';
import { Check, Menu as MenuIcon } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { MenuEntry, MenuGroup } from '../../shared/app-menu.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { appMenu } from '../state/app-menu.ts';
import { isCommandId, runCommand } from '../state/commands.ts';
import { isMac, useHost } from '../state/host-store.ts';
import { shortcutInWords } from '../state/shortcuts.ts';
import { useAppState } from '../state/use-app-state.ts';

/** Every command by group, as the menu bar of an app has them. The desktop has a menu bar: there this is not shown. */
export function AppMenu() {
  const isDesktop = useHost(({ info }) => info?.kind === 'desktop');
  const target = useRef<HTMLButtonElement>(null);
  if (isDesktop) return null;
  /** The entry goes away with the menu: the focus goes back first, so that a dialog can give it back in turn. */
  const run = (command: string, argument?: string) => {
    target.current?.focus({ preventScroll: true });
    if (isCommandId(command)) runCommand(command, argument);
  };
  return (
    <Menu position="bottom-start" width={180} returnFocus>
      <Menu.Target>
        <IconButton ref={target} icon={MenuIcon} label="Menu" hint="All commands by group" />
      </Menu.Target>
      <Menu.Dropdown><Groups run={run} /></Menu.Dropdown>
    </Menu>
  );
}

type Run = (command: string, argument?: string) => void;

function Groups({ run }: { run: Run }) {
  useAppState();
  return appMenu().map((group) => <GroupItem key={group.label} group={group} run={run} />);
}

function GroupItem({ group, run }: { group: MenuGroup; run: Run }) {
  const hasTicks = group.sections.flat().some(({ checked }) => checked !== null);
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item onKeyDown={openByEnter}>{group.label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={`app-submenu ${hasTicks ? 'has-ticks' : ''}`}>
        {group.sections.flatMap((section, position) => [
          ...(position === 0 ? [] : [<Menu.Divider key={`before ${section[0]?.command}`} />]),
          ...section.map((entry) => <EntryItem key={entry.command} entry={entry} run={run} />),
        ])}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function EntryItem({ entry, run }: { entry: MenuEntry; run: Run }) {
  const { command, label, enabled, checked, choices } = entry;
  if (choices) return <ChoicesItem entry={entry} run={run} />;
  if (checked === null) return <Menu.Item disabled={!enabled} leftSection={<Tick />} rightSection={<Shortcut entry={entry} />} onClick={() => run(command)}>{label}</Menu.Item>;
  return (
    <Menu.CheckboxItem checked={checked} disabled={!enabled} closeMenuOnClick checkIcon={<Check size={14} aria-hidden />} rightSection={<Shortcut entry={entry} />} onChange={() => run(command)}>
      {label}
    </Menu.CheckboxItem>
  );
}

/** A command that takes something: what it may be given, as a menu of its own. */
function ChoicesItem({ entry: { command, label, enabled, choices }, run }: { entry: MenuEntry; run: Run }) {
  if (!enabled || !choices || choices.length === 0) return <Menu.Item disabled leftSection={<Tick />}>{label}</Menu.Item>;
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Tick />} onKeyDown={openByEnter}>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className="app-submenu">
        {choices.map((choice) => (
          <Menu.Item key={choice.argument} onClick={() => run(command, choice.argument)}>
            <span className="menu-line">{choice.label}</span>
            <span className="menu-place">{choice.about}</span>
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

/** The place of a tick before what switches nothing, in menus where other entries do. */
function Tick() {
  return <span className="menu-tick" />;
}

function Shortcut({ entry: { shortcuts: [first] } }: { entry: MenuEntry }) {
  return first === undefined ? null : <span className="menu-shortcut">{shortcutInWords(first, isMac())}</span>;
}

/** Enter and Space open a submenu as the right arrow does, which is the one key that it knows. */
function openByEnter(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
}
