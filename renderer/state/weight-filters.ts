import type { WeightSpan } from '../../shared/filters.ts';

/** Weights that are asked for with one more, or with another span of one that is among them, in its place. */
export function withWeight(weights: readonly WeightSpan[], span: WeightSpan): WeightSpan[] {
  const isAsked = weights.some(({ concept }) => concept === span.concept);
  return isAsked ? weights.map((each) => (each.concept === span.concept ? span : each)) : [...weights, span];
}

/** The same without a concept's. */
export function withoutWeight(weights: readonly WeightSpan[], concept: string): WeightSpan[] {
  return weights.filter((each) => each.concept !== concept);
}
