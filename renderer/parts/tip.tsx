import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

interface Props {
  /** What the part is or does. */
  says: string;
  /** A shortcut, or what would happen: stands beside, fainter. */
  hint?: string | null;
  children: ReactElement;
}

/** The tooltip of a part of the window, on hover and on focus: what it does, and its shortcut. */
export function Tip({ says, hint = null, children }: Props) {
  return (
    <Tooltip multiline maw={280} label={hint === null ? says : <TooltipLine label={says} hint={hint} />}>
      {children}
    </Tooltip>
  );
}

function TooltipLine({ label, hint }: { label: string; hint: string }) {
  return (
    <span className="tooltip-line">
      {label} <span className="tooltip-hint">{hint}</span>
    </span>
  );
}
