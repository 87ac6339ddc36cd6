import { Combine, EyeOff, Unlink } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { CommandId } from '../state/commands.ts';
import { useCommand } from '../state/use-command.ts';
import './correct-dialogs.css';

/** What can be corrected about the selected concept. */
export function ConceptActions() {
  return (
    <div className="correct-actions">
      <ActionButton id="concept.merge" icon={Combine} />
      <ActionButton id="concept.hide" icon={EyeOff} />
      <ActionButton id="concept.keepApart" icon={Unlink} />
    </div>
  );
}

function ActionButton({ id, icon: Icon }: { id: CommandId; icon: LucideIcon }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  return (
    <button type="button" className="button small" disabled={!enabled} title={shortcut ?? undefined} onClick={run}>
      <Icon size={14} aria-hidden />{label}
    </button>
  );
}
