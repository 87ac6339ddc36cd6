import { createTheme, Menu, Tooltip, type MantineColorsTuple } from '@mantine/core';

const ACCENT: MantineColorsTuple = ['#eef1fd', '#dbe1fa', '#b6c3f5', '#8fa3f0', '#6e87ea', '#5068dd', '#3453c9', '#2a45ad', '#22388d', '#1a2b6d'];

/** Mantine set to the look of the app: one accent, Inter, small type, quick fades. Everything else is in styles.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { accent: ACCENT },
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, closeDelay: 0, offset: 6, transitionProps: { duration: 100 }, events: { hover: true, focus: true, touch: false } } }),
    Menu: Menu.extend({ defaultProps: { offset: 6, radius: 8, shadow: 'md', withInitialFocusPlaceholder: false, transitionProps: { transition: 'fade', duration: 80 } } }),
  },
});

/** The nonce of this load of the page, without which its policy refuses the style elements that Mantine adds. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
