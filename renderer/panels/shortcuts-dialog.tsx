import { COMMANDS, type Command } from '../state/commands.ts';
import { isMac } from '../state/host-store.ts';
import { shortcutInWords } from '../state/shortcuts.ts';

/** All commands that have keys, with them. */
export function ShortcutsDialog() {
  const commands: Command[] = Object.values(COMMANDS);
  return (
    <dl className="shortcut-list">
      {commands.filter(({ shortcuts }) => shortcuts.length > 0).map(({ label, shortcuts: [first = ''] }) => (
        <div key={label}>
          <dt>{label.replace('…', '')}</dt>
          <dd><kbd>{shortcutInWords(first, isMac())}</kbd></dd>
        </div>
      ))}
    </dl>
  );
}
