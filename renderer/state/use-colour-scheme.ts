import { useMediaQuery } from '@mantine/hooks';
import { useTheme } from './theme-store.ts';

/** The colours to show now: the user's choice, or the system's where they chose to follow it. */
export function useColourScheme(): 'light' | 'dark' {
  const theme = useTheme((state) => state.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', window.matchMedia('(prefers-color-scheme: dark)').matches);
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}
