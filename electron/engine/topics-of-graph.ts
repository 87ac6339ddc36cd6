import type { MapSettings } from '../../shared/settings.ts';
import type { PaperGraph } from './graph/link-papers.ts';
import type { Watch } from './model.ts';
import { findTopics, type FoundTopics } from './topics/find-topics.ts';

/** The topics of linked papers under the settings of a map. */
export function topicsOfGraph({ topicLinks, profiles }: Pick<PaperGraph, 'topicLinks' | 'profiles'>, paperCount: number, { resolution, seed }: MapSettings, watch: Watch): FoundTopics {
  return findTopics(topicLinks, paperCount, { resolution, seed, profiles }, watch);
}
