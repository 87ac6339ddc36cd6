import type { Selection } from '../../../shared/settings.ts';
import { openMap } from '../library-store.ts';
import { mapIndex } from '../map-index.ts';
import { toggleOnlyTopic } from '../topic-visibility.ts';
import { showAllTopics, toggleTopic, useView } from '../view-store.ts';
import { command, selectionCommand } from './command.ts';

/** Commands on which topics are shown. */
export const TOPIC_COMMANDS = {
  'topic.only': { ...selectionCommand(['topic'], 'Show only this topic', [], showOnly, isMainTopic), section: 'see' as const },
  'topic.hide': { ...selectionCommand(['topic'], 'Hide or show this topic', ['Shift+H'], toggle, isMainTopic), section: 'see' as const },
  'topic.showAll': command('View', 'Show all topics', [], () => useView.getState().hiddenTopics.length > 0, showAllTopics),
};

function toggle(selection: Selection): void {
  if (selection.kind === 'topic') toggleTopic(selection.id);
}

function showOnly(selection: Selection): void {
  const map = openMap();
  if (map && selection.kind === 'topic') toggleOnlyTopic(map, selection.id);
}

function isMainTopic(selection: Selection): boolean {
  const map = openMap();
  return map !== null && selection.kind === 'topic' && mapIndex(map).topics.get(selection.id)?.parent === undefined;
}
