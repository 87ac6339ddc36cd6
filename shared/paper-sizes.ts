import { linkCounts, type EncodedFacts } from './encoding.ts';
import type { Sizing } from './settings.ts';
import type { MapPaper, TopicMap } from './topic-map.ts';

/** A value that sizes tell, with the radius of a paper that has it. */
export interface SizeSample {
  value: number;
  radius: number;
}

/** The sizes of papers, and what they mean. */
export interface SizeEncoding {
  /** Radius of a paper in map units, where papers lie some 10 apart. */
  radius: (paper: MapPaper) => number;
  /** A few values from small to large; empty where sizes tell nothing. */
  samples: SizeSample[];
}

const SAME_RADIUS = 4.6;
/** Radii of papers with nothing and with most. Citations differ more than links do, and are asked for to see that. */
const RADII = { links: [3.4, 6.2], concepts: [3, 6.4], citations: [2.6, 8] } as const;
/** Part of the papers that have more than the value of the largest size. */
const STRAYS = 0.01;

/** The sizes of a map's papers: areas grow with the value, up to a size that leaves neighbours in sight. */
export function encodeSizes(map: TopicMap, sizeBy: Sizing, facts: EncodedFacts): SizeEncoding {
  const valueOf = valueFor(map, sizeBy, facts);
  const values = map.papers.flatMap((paper) => valueOf(paper) ?? []).sort((a, b) => a - b);
  const most = values[Math.round((values.length - 1) * (1 - STRAYS))] ?? 0;
  if (sizeBy === 'same' || most <= 0) return { radius: () => SAME_RADIUS, samples: [] };
  const [least, largest] = RADII[sizeBy];
  const radiusOf = (value: number) => least + (largest - least) * Math.sqrt(Math.min(1, Math.max(0, value / most)));
  const samples = [...new Set([sampleNear(most / 10), sampleNear(most / 3), sampleNear(most)])].filter((value) => value > 0);
  return { radius: (paper) => radiusOf(valueOf(paper) ?? 0), samples: samples.map((value) => ({ value, radius: radiusOf(value) })) };
}

/** Whether some paper's citations are known. */
export function knowsCitations(facts: EncodedFacts): boolean {
  return facts !== null && [...facts.values()].some(({ citations }) => citations !== null);
}

function valueFor(map: TopicMap, sizeBy: Sizing, facts: EncodedFacts): (paper: MapPaper) => number | null {
  if (sizeBy === 'concepts') return ({ concepts }) => concepts.length;
  if (sizeBy === 'citations') return ({ id }) => facts?.get(id)?.citations ?? null;
  const degrees = linkCounts(map);
  return ({ id }) => degrees.get(id) ?? 0;
}

/** A value of one telling digit near another: 1, 2, 5, 10, 20, 50 … */
function sampleNear(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const digit = value / power;
  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/** Radius of a concept in map units: it grows gently with the papers that mention it. */
export function conceptRadius(papers: number): number {
  return 3 + Math.min(4, Math.sqrt(papers) * 0.6);
}
