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

/** A button that is only an icon, with its name as a tooltip. */
export function IconButton({ icon: Icon, label, hint = null, className = '', ...rest }: Props) {
  return (
    <Tip says={label} hint={hint}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tip>
  );
}
