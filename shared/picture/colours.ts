export type ThemeName = 'light' | 'dark';

/** Whose colours areas and lines have: their topics', or none where the nodes' colours tell something else. */
export type Tint = 'topics' | 'neutral';

/** Opacity of the veil that dims what is not lifted out. */
export const VEIL_OPACITY = { light: 0.78, dark: 0.76 } as const;
/** Opacity of the outlines of sub-topics. */
export const OUTLINE_OPACITY = { light: 0.42, dark: 0.42 } as const;
/** Opacity of topics' areas. */
export const AREA_OPACITY = { light: 0.1, dark: 0.12 } as const;
/** What the user chose on the map, and where the keyboard stands: the accent of the window. */
export const ACCENT = { light: '#3453c9', dark: '#8fa3f0' } as const;
