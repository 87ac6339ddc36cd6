import { Menu } from '@mantine/core';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { THEMES, type Theme } from '../../shared/settings.ts';
import { runCommand } from '../state/commands.ts';
import { useTheme } from '../state/theme-store.ts';

const LABELS: Record<Theme, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The choice between light, dark and the system's colours. */
export function ThemeMenu() {
  const theme = useTheme((state) => state.theme);
  const Icon = ICONS[theme];
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label="Theme" title="Theme">
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((choice) => (
          <Menu.RadioItem key={choice} value={choice} checked={choice === theme} closeMenuOnClick checkIcon={<Check size={14} aria-hidden />} onChange={() => runCommand(`theme.${choice}`)}>
            {LABELS[choice]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
