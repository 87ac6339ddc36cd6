import { ChartColumnStacked, Table2, Tag, type LucideIcon } from 'lucide-react';
import type { CommandId } from '../state/commands.ts';
import { useCommand } from '../state/use-command.ts';
import './drawer.css';

/** The line beneath the map while nothing is open there: what can be. */
export function ClosedDrawer() {
  return (
    <section aria-label="Beneath the map" className="drawer-closed">
      <Opener id="drawer.papers" icon={Table2} words="Papers" />
      <Opener id="drawer.concepts" icon={Tag} words="Concepts" />
      <Opener id="drawer.timeline" icon={ChartColumnStacked} words="Timeline" />
    </section>
  );
}

function Opener({ id, icon: Icon, words }: { id: CommandId; icon: LucideIcon; words: string }) {
  const { label, shortcut, run } = useCommand(id);
  return (
    <button type="button" className="drawer-tool" aria-label={label} title={shortcut === null ? label : `${label} (${shortcut})`} onClick={run}>
      <Icon size={14} aria-hidden /> {words}
    </button>
  );
}
