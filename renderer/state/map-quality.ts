import type { TopicMap } from '../../shared/topic-map.ts';
import { asPercent } from './words.ts';

/** What a measure of the map says: in a sentence, and where the number comes from. */
export interface QualityNote {
  says: string;
  from: string;
}

/** How far a map can be trusted, in plain words: how distinct its topics are, how steady, how much of the links they hold. */
export function qualityNotes({ quality: { modularity, stability, coverage }, topics, links }: Pick<TopicMap, 'quality' | 'topics' | 'links'>): QualityNote[] {
  if (topics.length < 2 || links.length === 0) return [];
  return [
    { says: `${distinctness(modularity)}: ${asPercent(coverage)} of the ties between papers stay within a topic.`, from: `Modularity ${modularity.toFixed(2)}, coverage ${coverage.toFixed(2)}` },
    { says: `${steadiness(stability)}: grouping the papers again from other beginnings agrees by ${asPercent(stability)}.`, from: `Stability ${stability.toFixed(2)}, the mean normalised mutual information of all runs` },
  ];
}

function distinctness(modularity: number): string {
  if (modularity >= 0.5) return 'Topics stand clearly apart';
  return modularity >= 0.3 ? 'Topics stand apart' : 'Topics run into each other';
}

function steadiness(stability: number): string {
  if (stability >= 0.85) return 'They are steady';
  return stability >= 0.65 ? 'They are fairly steady' : 'They are one of several ways to group these papers';
}
