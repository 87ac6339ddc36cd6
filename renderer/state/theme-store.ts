import { create } from 'zustand';
import { call } from '../api/call.ts';
import { THEMES, type Theme } from '../../shared/settings.ts';

const STORAGE_KEY = 'concept-atlas-theme';

/** The theme the user chose, and whether they did so in this browser: if not, the host's memory counts. */
export const useTheme = create<{ theme: Theme; source: 'page' | 'default' }>()(() => {
  const kept = storedTheme();
  return kept === null ? { theme: 'system', source: 'default' } : { theme: kept, source: 'page' };
});

/** Changes the theme, and lets page and host remember it. */
export function setTheme(theme: Theme): void {
  useTheme.setState({ theme, source: 'page' });
  storeTheme(theme);
  void call('host.setTheme', { theme });
}

/** Takes over the theme that the host remembers, where the page remembers none. */
export function adoptHostTheme(theme: Theme): void {
  if (useTheme.getState().source === 'default') useTheme.setState({ theme });
}

/** Storage may be forbidden; then the theme is the host's to remember. */
function storedTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return THEMES.find((theme) => theme === kept) ?? null;
  } catch {
    return null;
  }
}

function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // The host remembers it.
  }
}
