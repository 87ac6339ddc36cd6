import { contrastOf, hexOfHue, hexOfLab, labOf, mixed } from './colour.ts';

/**
 * Colours of topics, in the order of the map's topics: neighbours in the list differ in hue and lightness,
 * so that they stay apart with the common kinds of colour blindness. The map, its legend and the figures share them.
 */
const TOPIC_COLOURS = {
  light: ['#3566cf', '#d9622b', '#1f8f6a', '#a347b8', '#b8860b', '#cf3e6b', '#1c8fae', '#6f7f14', '#7654d6', '#8f5d3b', '#4f6a85', '#b2459a'],
  dark: ['#7da2ff', '#ff9a66', '#4fd1a1', '#d98bea', '#e8bd4a', '#ff86a8', '#55c8e6', '#b7c652', '#a993ff', '#d3a27f', '#a3b8cc', '#f08fd6'],
} as const;

/** Neutral colour of papers without a topic. */
const UNLINKED_COLOUR = { light: '#8a94a3', dark: '#7b8694' } as const;

/** What twelve topics more add to the lightness of the first twelve's colours, and twelve more to that. */
const VARIANTS = { light: [0, -0.16, 0.09], dark: [0, -0.19, 0.1] } as const;

/** Number of different colours: as many topics look different. */
export const PALETTE_SIZE = TOPIC_COLOURS.light.length * VARIANTS.light.length;

const PALETTE = { light: variantsOf('light'), dark: variantsOf('dark') };

function variantsOf(theme: 'light' | 'dark'): string[] {
  return VARIANTS[theme].flatMap((lighter) =>
    TOPIC_COLOURS[theme].map((colour) => {
      const { lightness, a, b } = labOf(colour);
      return lighter === 0 ? colour : hexOfLab({ lightness: lightness + lighter, a, b });
    }),
  );
}

/** CSS colour of a place in the palette (topicPlaces gives those of a map's topics); null for papers without a topic. Colours repeat after PALETTE_SIZE. */
export function topicColour(place: number | null, theme: 'light' | 'dark'): string {
  if (place === null || place < 0) return UNLINKED_COLOUR[theme];
  return PALETTE[theme][place % PALETTE_SIZE] ?? UNLINKED_COLOUR[theme];
}

/** Ground, ink and line colours of the map itself, on screen and in figures. */
export const MAP_COLOURS = {
  light: { ground: '#ffffff', ink: '#1c2430', faint: '#5c6675', line: '#9aa5b4' },
  dark: { ground: '#14181f', ink: '#eef2f7', faint: '#9aa6b5', line: '#5b6675' },
} as const;

/** Contrast of text that reads well, with some to spare for a tinted ground (WCAG asks for 4.5). */
const READABLE = 6;

/** Colour of a topic's name: its own, brought towards the ink until it reads well as text. */
export function topicInk(topic: number | null, theme: 'light' | 'dark'): string {
  const { ground, ink, faint } = MAP_COLOURS[theme];
  if (topic === null) return mixed(faint, ink, 0.5);
  const parts = theme === 'light' ? [0.35, 0.5, 0.65] : [0.2, 0.35, 0.5];
  const colours = parts.map((part) => mixed(topicColour(topic, theme), ink, part));
  return colours.find((colour) => contrastOf(colour, ground) >= READABLE) ?? ink;
}

/** Colour of the levels of density. */
export const DENSITY_COLOURS = { light: '#3453c9', dark: '#8fa3f0' } as const;

/** Both ends of the sequence that tells values: lightness, chroma and hue in degrees, from low to high. */
const SEQUENCE = {
  light: { from: [0.77, 0.15, 108], to: [0.3, 0.13, 295] },
  dark: { from: [0.42, 0.13, 300], to: [0.93, 0.15, 105] },
} as const;

/**
 * Colour of a value `part` of the way (0..1) from the lowest to the highest: even steps of lightness through hues that all
 * eyes order alike, the highest furthest from the ground.
 */
export function sequenceColour(part: number, theme: 'light' | 'dark'): string {
  const { from, to } = SEQUENCE[theme];
  const [lightness = 0, chroma = 0, hue = 0] = from.map((start, place) => start + ((to[place] ?? start) - start) * Math.min(1, Math.max(0, part)));
  return hexOfHue(lightness, chroma, hue);
}

/** Colour of papers of which a value is not known. */
export function unknownColour(theme: 'light' | 'dark'): string {
  return theme === 'light' ? '#c3c9d2' : '#485160';
}
