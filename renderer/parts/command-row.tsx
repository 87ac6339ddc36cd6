import type { ReactNode } from 'react';
import type { CommandId } from '../state/commands.ts';
import { useCommand } from '../state/use-command.ts';
import { Tip } from './tip.tsx';

/** Commands as small buttons in a row, and what else stands there; those that are not possible now are left out. */
export function CommandRow({ ids, children }: { ids: readonly CommandId[]; children?: ReactNode }) {
  return <div className="command-row">{ids.map((id) => <CommandWords key={id} id={id} />)}{children}</div>;
}

function CommandWords({ id }: { id: CommandId }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  if (!enabled) return null;
  const button = <button type="button" className="button small" onClick={run}>{label}</button>;
  return shortcut === null ? button : <Tip says={label} hint={shortcut}>{button}</Tip>;
}
