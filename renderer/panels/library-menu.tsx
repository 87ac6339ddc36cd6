import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import iconAddress from '../parts/icon.svg';
import { runCommand, type CommandId } from '../state/commands.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { useCommand } from '../state/use-command.ts';

const MOST_RECENT = 6;

/** The library's name, which opens what can be done with libraries. */
export function LibraryMenu() {
  const library = useOpenLibrary();
  const name = library?.name ?? 'Concept Atlas';
  const recent = library?.recent.slice(0, MOST_RECENT) ?? [];
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className="library-button" aria-label={`Library ${name}`}>
          <img src={iconAddress} alt="" width={20} height={20} />
          <span className="library-name">{name}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItem id="library.new" />
        <CommandItem id="library.open" />
        <CommandItem id="library.saveAs" />
        <Menu.Divider />
        <CommandItem id="library.paste" />
        <CommandItem id="library.sample" />
        <Menu.Divider />
        <CommandItem id="thesaurus.open" />
        {recent.length > 0 && <Menu.Divider />}
        {recent.length > 0 && <Menu.Label>Recent</Menu.Label>}
        {recent.map(({ id, name: recentName, place }) => (
          <Menu.Item key={id} onClick={() => runCommand('library.openRecent', id)}>
            <span className="menu-line">{recentName}</span>
            <span className="menu-place">{place}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <CommandItem id="help.shortcuts" />
      </Menu.Dropdown>
    </Menu>
  );
}

function CommandItem({ id }: { id: CommandId }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  return (
    <Menu.Item disabled={!enabled} onClick={run} rightSection={shortcut === null ? null : <span className="menu-shortcut">{shortcut}</span>}>
      {label}
    </Menu.Item>
  );
}
