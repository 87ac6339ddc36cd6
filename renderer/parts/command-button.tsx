import type { LucideIcon } from 'lucide-react';
import type { CommandId } from '../state/commands.ts';
import { useCommand } from '../state/use-command.ts';
import { IconButton } from './icon-button.tsx';
import { Tip } from './tip.tsx';

/** A command as an icon with a tooltip; `says` tells more than the label, such as what undo would undo. */
export function CommandIcon({ id, icon, says = null }: { id: CommandId; icon: LucideIcon; says?: string | null }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  const hint = [says, shortcut].filter((part) => part !== null).join(' · ');
  return <IconButton icon={icon} label={label} hint={hint === '' ? null : hint} disabled={!enabled} onClick={run} />;
}

/** A command as a button with icon and words; in a tight window the words give way. */
export function CommandButton({ id, icon: Icon }: { id: CommandId; icon: LucideIcon }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  return (
    <Tip says={label} hint={shortcut}>
      <button type="button" className="button quiet" disabled={!enabled} onClick={run} aria-label={label}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="button-words">{label}</span>
      </button>
    </Tip>
  );
}
