import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Tip } from './tip.tsx';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  /** What a screen reader says. */
  label: string;
  /** What the tooltip says beside the label: a shortcut, or more about what would happen. */
  hint?: string | null;
};

/** A button that is only an icon, with its name as a tooltip. While it is unavailable Tab passes it by, but it keeps the focus if it has it. */
export function IconButton({ icon: Icon, label, hint = null, className = '', disabled = false, onClick, ...rest }: Props) {
  const availability = disabled ? { 'aria-disabled': true, tabIndex: -1 } : { onClick };
  return (
    <Tip says={label} hint={hint}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest} {...availability}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tip>
  );
}
