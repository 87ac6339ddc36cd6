import { findConcepts } from '../../electron/engine/concepts/find-concepts.ts';
import { UNWATCHED, type ConceptIndex } from '../../electron/engine/model.ts';
import { buildMap, type BuiltMap } from '../../electron/engine/pipeline.ts';
import { seededRandom } from '../../electron/engine/random.ts';
import type { Paper } from '../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';
import { compareText } from '../../shared/text.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { papersWithoutGold, readGold } from './gold.ts';
import { agreementWithAreas, keyphraseF1, type Agreement, type GoldPaper } from './scores.ts';

const CUTS = [5, 10];

/** The best ten concepts of each paper, by paper id, as the command line's `concepts --top 10` prints them. */
function bestConcepts(papers: readonly Paper[], index: ConceptIndex): Map<string, string[]> {
  const { offsets, indices } = index.paperConcepts;
  return new Map(
    papers.map((paper, row) => {
      const start = offsets[row] ?? 0;
      const best = indices.subarray(start, Math.min(offsets[row + 1] ?? start, start + Math.max(...CUTS)));
      return [paper.id, Array.from(best, (concept) => index.concepts[concept]?.label ?? '')];
    }),
  );
}

/** The whole pipeline on a set of papers whose keywords and areas it does not see. */
export async function mapWithoutGold(path: string, limit = Number.POSITIVE_INFINITY): Promise<{ gold: GoldPaper[]; built: BuiltMap }> {
  const papers = await papersWithoutGold(path, (lines) => lines.slice(0, limit));
  return { gold: readGold(path).slice(0, limit), built: buildMap(papers, DEFAULT_MAP_SETTINGS, {}, UNWATCHED) };
}

/** F1 at 5 and 10, in percent, of a map's concepts against the authors' keywords that occur in the paper. */
export function keywordScores(gold: readonly GoldPaper[], { papers, index }: BuiltMap): number[] {
  return keyphraseF1(gold, bestConcepts(papers, index), { presentOnly: true, cuts: CUTS });
}

/** F1 at 5 and 10, in percent, on a set with gold keyphrases, without any thesaurus. */
export async function keyphraseScoresWithoutThesaurus(path: string): Promise<number[]> {
  const papers = (await papersWithoutGold(path)).sort((a, b) => compareText(a.id, b.id));
  const index = findConcepts(papers, { builtInThesaurus: false }, UNWATCHED);
  return keyphraseF1(readGold(path), bestConcepts(papers, index), { presentOnly: false, cuts: CUTS });
}

/** How a map's topics agree with the areas that people gave. */
export function areaScores(gold: readonly GoldPaper[], { map }: BuiltMap): Agreement {
  return agreementWithAreas(gold, new Map(map.papers.map(({ id, topic }) => [id, topic])));
}

/** Papers that get another topic, and whether any byte differs (0 or 1), when the same papers come in another order. */
export function orderDifferences(map: TopicMap, papersInOtherOrder: readonly Paper[]): { movedPapers: number; otherBytes: number } {
  const other = buildMap(papersInOtherOrder, DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map;
  const topicOf = new Map(other.papers.map(({ id, topic }) => [id, topic]));
  return {
    movedPapers: map.papers.filter(({ id, topic }) => topicOf.get(id) !== topic).length,
    otherBytes: JSON.stringify(map) === JSON.stringify(other) ? 0 : 1,
  };
}

/** The same things in another order, by Fisher and Yates with the project's own random numbers. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
