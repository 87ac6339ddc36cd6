import type { Edit } from '../../../shared/edit.ts';
import type { NamedList } from '../../../shared/library-state.ts';
import type { MapSettings } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { isConceptCorrection } from '../corrections/concept-correction.ts';
import { correctionLabel } from './concept-edits.ts';
import { counted } from './counted.ts';
import type { StoredEdit } from './journal.ts';
import { isListEdit } from './lists.ts';
import { annotationLabel, listLabel } from './note-labels.ts';
import { isTopicEdit, topicEditLabel } from './topic-edits.ts';

const SETTING_NAMES: Record<string, string> = {
  resolution: 'resolution',
  seed: 'seed',
  minPapers: 'papers a concept needs',
  linksPerPaper: 'links kept per paper',
  similarity: 'similarity of papers',
  sparsifier: 'which links are kept',
};

/** What an edit does, as a phrase for a menu: "Move 3 papers". `stored` is the same as the journal keeps it, `map` and `lists` are what it was made on; the map is null where there is none yet. */
export function editLabel(edit: Edit, stored: StoredEdit, map: TopicMap | null, lists: readonly NamedList[] = []): string {
  if (edit.kind === 'move') return `Move ${nodesInWords(edit.nodes.map(({ id }) => id), map)}`;
  if (edit.kind === 'unpin') return `Unpin ${nodesInWords(edit.nodes, map)}`;
  if (isTopicEdit(edit)) return topicEditLabel(edit, map);
  if (edit.kind === 'settings') return `Change ${changedSettings(edit.settings)}`;
  if (edit.kind === 'annotate') return annotationLabel(edit);
  if (isListEdit(edit)) return listLabel(edit, lists);
  return isConceptCorrection(stored) ? correctionLabel(stored) : '';
}

function nodesInWords(ids: readonly string[], map: TopicMap | null): string {
  const known = new Set(map?.papers.map((paper) => paper.id));
  const papers = ids.filter((id) => known.has(id)).length;
  return [counted(papers, 'paper'), counted(ids.length - papers, 'concept')].filter((part) => part !== '').join(' and ');
}

function changedSettings(settings: Partial<MapSettings>): string {
  const [only, ...others] = Object.entries(settings);
  if (!only || others.length > 0) return 'settings';
  const [name, value] = only;
  return `${SETTING_NAMES[name] ?? name} to ${value}`;
}
