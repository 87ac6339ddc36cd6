import type { Selection } from '../../shared/settings.ts';
import { hasMap } from './commands/command.ts';
import type { Command } from './commands.ts';
import { isIdle } from './task-store.ts';
import { selected } from './view-store.ts';

const KIND_WORDS: Record<Selection['kind'], string> = {
  paper: 'a paper',
  concept: 'a concept',
  topic: 'a topic',
  link: 'a link',
  path: 'a path',
  compare: 'two topics',
  papers: 'several papers',
};

/** Why a command can't run now, as far as can be told, in words. */
export function whyNot({ on, group }: Command): string {
  if (!isIdle() && (group === 'File' || group === 'Edit')) return 'Wait until the work in progress is done';
  if (!hasMap() && group !== 'Edit') return 'Needs a map: import papers or open the sample';
  const selection = selected();
  if (selection && on?.includes(selection.kind)) return 'Not possible for what is selected';
  if (on) return `Select ${either(on.map((kind) => KIND_WORDS[kind]))} first`;
  return 'Nothing to do now';
}

/** "a", "a or b", "a, b or c". */
function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
