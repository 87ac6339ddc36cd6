import { Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  /** What a screen reader says. */
  label: string;
  /** What the tooltip says beside the label: a shortcut, or more about what would happen. */
  hint?: string | null;
};

/** A button that is only an icon, with its name as a tooltip. */
export function IconButton({ icon: Icon, label, hint = null, className = '', ...rest }: Props) {
  return (
    <Tooltip label={hint === null ? label : <TooltipLine label={label} hint={hint} />}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}

/** A tooltip's text with a shortcut beside it. */
export function TooltipLine({ label, hint }: { label: string; hint: string }) {
  return (
    <span className="tooltip-line">
      {label} <span className="tooltip-hint">{hint}</span>
    </span>
  );
}
