import { Menu } from '@mantine/core';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { THEMES, type Theme } from '../../shared/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { runCommand } from '../state/commands.ts';
import { useTheme } from '../state/theme-store.ts';

const LABELS: Record<Theme, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The choice between light, dark and the system's colours. */
export function ThemeMenu() {
  const theme = useTheme((state) => state.theme);
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <IconButton icon={ICONS[theme]} label="Theme" hint={LABELS[theme]} className="theme-button" />
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
