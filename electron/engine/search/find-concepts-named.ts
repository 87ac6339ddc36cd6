import type { FoundConcept } from '../../../shared/answers.ts';
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

/** What a wording that is the query counts for beside one that begins with it, and one that has it somewhere; times ten papers each. */
const WHOLE = 4;
const BEGINNING = 2;
/** What a label counts for beside another wording. */
const LABEL = 0.5;

/** The concepts of wordings that were met, each with its best one, best first: those that are what was typed, then by how many papers have them. */
export function rankConcepts(met: readonly MetWording[], query: string, parts: readonly QueryPart[], limit: number): FoundConcept[] {
  const wanted = fold(query).trim();
  const best = new Map<string, MetWording & { score: number }>();
  for (const each of met) {
    const score = scoreOf(each, wanted);
    if (score > (best.get(each.concept.id)?.score ?? -Infinity)) best.set(each.concept.id, { ...each, score });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score || compareText(a.concept.id, b.concept.id)).slice(0, limit);
  return ranked.map(({ concept, wording }) => ({ id: concept.id, wording, marks: marksOf(matchesIn(wording, parts)) }));
}

function scoreOf({ concept, wording, place }: MetWording, wanted: string): number {
  const folded = fold(wording).trim();
  const fit = folded === wanted ? WHOLE : folded.startsWith(wanted) ? BEGINNING : 0;
  return fit + (place === 0 ? LABEL : 0) + Math.log10(1 + concept.papers);
}
