import type { ColourKey } from '../../shared/encoding.ts';
import type { Filters } from '../../shared/filters.ts';
import { weightNumber } from './filter-words.ts';
import { NO_TOPIC } from './matching-papers.ts';
import { withoutWeight, withWeight } from './weight-filters.ts';
import { asPercent } from './words.ts';

export type ValuesKey = Extract<ColourKey, { kind: 'values' }>;

/** What a scale of colours asks of papers, and how to ask for something else. */
export interface ScaleFilter {
  /** Names of the handles of both ends. */
  labels: readonly [string, string];
  /** The part of the scale that is asked for. */
  from: number;
  to: number;
  /** Steps that handles go by, and the width of a class that a click takes; 0 for a single value. */
  step: number;
  classWidth: number;
  say: (value: number) => string;
  /** The change of filters that asks for a part of the scale. An end of the scale stands for all beyond it. */
  asking: (from: number, to: number) => Partial<Filters>;
  /** Those without a value: whether they alone are asked for, and the change that asks so, or no longer. Null where there are none. */
  rest: { isAlone: boolean; toggled: Partial<Filters> } | null;
}

/** What a scale of colours asks of papers under some filters; `concept` is the one that colours tell. */
export function scaleFilter(key: ValuesKey, filters: Filters, concept: string | null): ScaleFilter {
  switch (key.colourBy) {
    case 'year':
      return yearScale(key, filters);
    case 'confidence':
      return confidenceScale(key, filters);
    case 'degree':
      return linkScale(key, filters);
    case 'concept':
      return weightScale(key, filters, concept ?? '');
  }
}

const PART = { step: 0.05, classWidth: 0.1 } as const;
const WHOLE = { step: 1, classWidth: 0 } as const;

function yearScale({ least, most, lowest, highest, unknown }: ValuesKey, { years, undated }: Filters): ScaleFilter {
  return {
    labels: ['From year', 'To year'],
    ...WHOLE,
    from: clamped(years?.from ?? least, least, most),
    to: clamped(years?.to ?? most, least, most),
    say: String,
    asking: (from, to) => ({ undated: false, years: from <= least && to >= most ? null : { from: from <= least ? lowest : from, to: to >= most ? highest : to } }),
    rest: unknown.papers === 0 ? null : { isAlone: undated, toggled: { undated: !undated, years: null } },
  };
}

function confidenceScale({ least, most, unknown }: ValuesKey, { confidence, confidenceTo, topics }: Filters): ScaleFilter {
  const isAlone = topics.length === 1 && topics[0] === NO_TOPIC;
  return {
    labels: ['Least confidence', 'Most confidence'],
    ...PART,
    from: clamped(confidence, least, most),
    to: clamped(confidenceTo, least, most),
    say: asPercent,
    asking: (from, to) => ({ confidence: from <= least ? 0 : from, confidenceTo: to >= most ? 1 : to }),
    rest: unknown.papers === 0 ? null : { isAlone, toggled: { topics: isAlone ? [] : [NO_TOPIC], confidence: 0, confidenceTo: 1 } },
  };
}

function linkScale({ least, most }: ValuesKey, { links }: Filters): ScaleFilter {
  return {
    labels: ['Fewest links', 'Most links'],
    ...WHOLE,
    from: clamped(links?.from ?? least, least, most),
    to: clamped(links?.to ?? most, least, most),
    say: String,
    asking: (from, to) => ({ links: from <= least && to >= most ? null : { from, to: to >= most ? null : to } }),
    rest: null,
  };
}

function weightScale({ least, most, unknown }: ValuesKey, { weights, concepts, without }: Filters, concept: string): ScaleFilter {
  const span = weights.find((each) => each.concept === concept);
  const isAlone = without.includes(concept);
  const others = (ids: readonly string[]) => ids.filter((id) => id !== concept);
  return {
    labels: ['Least weight', 'Most weight'],
    ...PART,
    from: clamped(span?.from ?? least, least, most),
    to: clamped(span?.to ?? most, least, most),
    say: weightNumber,
    asking: (from, to) => ({ without: others(without), weights: from <= least && to >= most ? withoutWeight(weights, concept) : withWeight(weights, { concept, from, to }) }),
    rest: unknown.papers === 0 ? null : { isAlone, toggled: isAlone ? { without: others(without) } : { without: [...without, concept], concepts: others(concepts), weights: withoutWeight(weights, concept) } },
  };
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
