export type ThemeName = 'light' | 'dark';

/** Whose colours areas and lines have: their topics', or none where the nodes' colours tell something else. */
export type Tint = 'topics' | 'neutral';

/** Opacity of the veil that dims what is not lifted out. */
export const VEIL_OPACITY = { light: 0.78, dark: 0.76 } as const;
/** Opacity of topics' areas. */
export const AREA_OPACITY = { light: 0.075, dark: 0.1 } as const;
