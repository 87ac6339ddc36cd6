import type { Edit } from '../../../shared/edit.ts';
import type { NamedList } from '../../../shared/library-state.ts';
import { counted } from './counted.ts';

type AnnotateEdit = Extract<Edit, { kind: 'annotate' }>;
type ListEdit = Extract<Edit, { kind: 'make-list' | 'change-list' | 'remove-list' }>;

/** What an annotation does, as a phrase: "Star 3 papers", "Tag 1 topic “to read”". */
export function annotationLabel({ targets, starred, note, addTags = [], removeTags = [] }: AnnotateEdit): string {
  const what = targetsInWords(targets);
  const tags = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
  const parts = [
    ...(starred === undefined ? [] : [`${starred ? 'Star' : 'Remove star from'} ${what}`]),
    ...(note === undefined ? [] : [note.trim() === '' ? `Remove note from ${what}` : `Write note on ${what}`]),
    ...(addTags.length === 0 ? [] : [`Tag ${what} ${tags(addTags)}`]),
    ...(removeTags.length === 0 ? [] : [`Remove tag ${tags(removeTags)} from ${what}`]),
  ];
  return parts.length === 1 ? (parts[0] ?? '') : `Change notes on ${what}`;
}

function targetsInWords(targets: AnnotateEdit['targets']): string {
  const count = (kind: string) => targets.filter((target) => target.kind === kind).length;
  return [counted(count('paper'), 'paper'), counted(count('topic'), 'topic'), counted(count('concept'), 'concept')].filter((part) => part !== '').join(' and ');
}

/** What an edit of lists does, as a phrase: "Add 3 papers to “To read”". */
export function listLabel(edit: ListEdit, lists: readonly NamedList[]): string {
  if (edit.kind === 'make-list') return `Make list “${edit.name}”`;
  const name = `“${lists.find(({ id }) => id === edit.list)?.name ?? ''}”`;
  if (edit.kind === 'remove-list') return `Delete list ${name}`;
  const parts = [
    ...(edit.name === undefined ? [] : [`Rename list to “${edit.name}”`]),
    ...(edit.note === undefined ? [] : [`Write note on list ${name}`]),
    ...(edit.starred === undefined ? [] : [`${edit.starred ? 'Star' : 'Remove star from'} list ${name}`]),
    ...(edit.add?.length ? [`Add ${counted(edit.add.length, 'paper')} to ${name}`] : []),
    ...(edit.remove?.length ? [`Remove ${counted(edit.remove.length, 'paper')} from ${name}`] : []),
  ];
  return parts.length === 1 ? (parts[0] ?? '') : `Change list ${name}`;
}
