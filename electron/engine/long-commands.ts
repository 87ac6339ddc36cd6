import { isConceptCorrection } from './corrections/concept-correction.ts';
import type { EngineArguments, EngineCommand } from './commands.ts';

/** Commands that only look. They are answered while others wait for their turn. */
export const READING_COMMANDS: ReadonlySet<EngineCommand> = new Set<EngineCommand>([
  'library.state',
  'map.get',
  'paper.get',
  'concept.get',
  'link.explain',
  'papers.facts',
  'search.find',
  'path.find',
  'topics.compare',
  'export.papers',
  'thesaurus.list',
  'thesaurus.export',
  'settings.preview',
  'review.list',
  'export.make',
]);

/** True for a command that may take long: of these only one is taken at a time. */
export function isLong<C extends EngineCommand>(command: C, args: EngineArguments[C]): boolean {
  if (command === 'thesaurus.add' || command === 'thesaurus.addBuiltIn' || command === 'thesaurus.remove') return true;
  if (command === 'library.import' || command === 'library.importText' || command === 'library.sample') return true;
  return command === 'edit.apply' && (args as EngineArguments['edit.apply']).edit.kind === 'settings';
}

/** True for a command that the user may cancel: the long ones, opening a library, whose map may have to be built again, previews, corrections of concepts, and undo and redo, which may have to build a map again. Corrections wait for each other. */
export function canCancel<C extends EngineCommand>(command: C, args: EngineArguments[C]): boolean {
  if (command === 'library.state' || command === 'library.open' || command === 'library.openRecent') return true;
  if (command === 'edit.apply' && isConceptCorrection((args as EngineArguments['edit.apply']).edit)) return true;
  return isLong(command, args) || command === 'edit.undo' || command === 'edit.redo' || command === 'settings.preview';
}
