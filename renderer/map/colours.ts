import { MAP_COLOURS, topicColour } from '../../shared/palette.ts';

export type ThemeName = 'light' | 'dark';

/** Opacity of the veil that dims what is not lifted out. */
export const VEIL_OPACITY = { light: 0.78, dark: 0.76 } as const;
/** Opacity of topics' areas. */
export const AREA_OPACITY = { light: 0.075, dark: 0.1 } as const;

/** Colour of a topic's name: its own, brought towards the ink until it reads well as text. */
export function topicInk(topic: number | null, theme: ThemeName): string {
  return mixed(topicColour(topic, theme), MAP_COLOURS[theme].ink, theme === 'light' ? 0.35 : 0.2);
}

/** A colour `part` of the way (0..1) from one #rrggbb to another. */
export function mixed(from: string, to: string, part: number): string {
  const channel = (colour: string, place: number) => Number.parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16);
  const channels = [0, 1, 2].map((place) => Math.round(channel(from, place) * (1 - part) + channel(to, place) * part));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
