import type { FoundConcept } from '../../../shared/answers.ts';
import { conceptFit } from '../../../shared/concept-fit.ts';
import type { MapConcept } from '../../../shared/topic-map.ts';
import { compareText } from '../../../shared/text.ts';
import { fold } from './fold-words.ts';
import { marksOf, matchesIn } from './match-words.ts';
import type { QueryPart } from './parse-query.ts';

/** A wording of a concept that was met; place 0 is its label. */
export interface MetWording {
  concept: MapConcept;
  wording: string;
  place: number;
}

/** The concepts of wordings that were met, each with its best one, best first: those that are what was typed, then by how many papers have them. */
export function rankConcepts(met: readonly MetWording[], query: string, parts: readonly QueryPart[], limit: number): FoundConcept[] {
  const wanted = fold(query).trim();
  const best = new Map<string, MetWording & { score: number }>();
  for (const each of met) {
    const score = conceptFit(each.concept, fold(each.wording).trim(), wanted, each.place === 0 ? 'label' : 'alias');
    if (score > (best.get(each.concept.id)?.score ?? -Infinity)) best.set(each.concept.id, { ...each, score });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score || compareText(a.concept.id, b.concept.id)).slice(0, limit);
  return ranked.map(({ concept, wording }) => ({ id: concept.id, wording, marks: marksOf(matchesIn(wording, parts)) }));
}
