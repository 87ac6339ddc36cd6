import type { DatabaseSync } from 'node:sqlite';
import type { ThesaurusList } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { BUILT_IN_THESAURUS, type ThesaurusInfo } from '../../../shared/thesaurus.ts';
import { loadBuiltInThesaurus } from '../concepts/thesaurus.ts';
import type { ThesauriInUse } from '../stages.ts';
import { combineThesauri } from '../thesaurus/combine-thesauri.ts';
import type { ReadThesaurus } from '../thesaurus/read-thesaurus.ts';
import { FIRST_THESAURI, type StoredEdit, type ThesaurusChoice } from './journal.ts';
import { thesauriOf } from './thesauri-table.ts';

/** A change of a library's thesauri, ready to be made: what is used after it, and the thesauri that are new, by number. */
export interface ThesaurusChange {
  label: string;
  choice: ThesaurusChoice;
  added: ReadonlyMap<number, ReadThesaurus>;
}

/** The thesauri in use after some edits. */
export function choiceAfter(edits: readonly StoredEdit[]): ThesaurusChoice {
  const last = edits.findLast((edit) => edit.kind === 'thesauri');
  return last ? { ids: last.ids, builtIn: last.builtIn } : FIRST_THESAURI;
}

/** Numbers of all thesauri that some edits refer to. */
export function thesauriIn(edits: readonly StoredEdit[]): Set<number> {
  return new Set(edits.flatMap((edit) => (edit.kind === 'thesauri' ? edit.ids : [])));
}

/** The change that adds thesauri, the first under the number `nextId`: one of a name that is there takes that one's place, others count more than all before. */
export function addingThesauri(database: DatabaseSync, { ids, builtIn }: ThesaurusChoice, read: readonly ReadThesaurus[], nextId: number): ThesaurusChange {
  const slots = thesauriOf(database, ids).map(({ report }, place) => ({ name: report.file, id: ids[place] as number }));
  const added = new Map<number, ReadThesaurus>();
  for (const [place, each] of read.entries()) {
    const id = nextId + place;
    added.set(id, each);
    const slot = slots.find(({ name }) => name === each.report.file);
    if (slot) slot.id = id;
    else slots.push({ name: each.report.file, id });
  }
  const [first] = read;
  const label = read.length === 1 && first ? `Add thesaurus “${first.report.file}”` : `Add ${read.length} thesauri`;
  return { label, choice: { ids: slots.map(({ id }) => id), builtIn }, added };
}

/** The change that uses the built-in thesaurus again. */
export function addingBuiltIn({ ids }: ThesaurusChoice): ThesaurusChange {
  return { label: 'Use the built-in thesaurus', choice: { ids, builtIn: true }, added: new Map() };
}

/** The change that leaves a thesaurus out. Throws thesaurus.unknown. */
export function removingThesaurus(database: DatabaseSync, { ids, builtIn }: ThesaurusChoice, id: string): ThesaurusChange {
  if (id === BUILT_IN_THESAURUS && builtIn) return { label: 'Leave out the built-in thesaurus', choice: { ids, builtIn: false }, added: new Map() };
  const removed = ids.find((each) => String(each) === id);
  if (removed === undefined) throw new AtlasError('thesaurus.unknown');
  const [thesaurus] = thesauriOf(database, [removed]);
  return { label: `Remove thesaurus “${thesaurus?.report.file ?? ''}”`, choice: { ids: ids.filter((each) => each !== removed), builtIn }, added: new Map() };
}

/** The thesauri of a choice, for finding concepts; those of `added` are not in the library yet. */
export function thesauriInUse(database: DatabaseSync, { ids, builtIn }: ThesaurusChoice, added: ReadonlyMap<number, ReadThesaurus> = new Map()): ThesauriInUse {
  const thesauri = ids.flatMap((id) => added.get(id) ?? thesauriOf(database, [id])).map(({ thesaurus }) => thesaurus);
  return { thesauri, builtInThesaurus: builtIn };
}

/** The thesauri of a choice, for the user to see, with what of their contradictions was settled. */
export function listThesauri(database: DatabaseSync, choice: ThesaurusChoice): ThesaurusList {
  const own = thesauriOf(database, choice.ids).map(({ report: { file: name, format, concepts, ignored, skipped, notices } }, place): ThesaurusInfo => ({ id: String(choice.ids[place]), name, format, concepts, ignored, skipped, notices }));
  const builtIn = loadBuiltInThesaurus();
  const info: ThesaurusInfo = { id: BUILT_IN_THESAURUS, name: 'Machine learning', format: 'built-in', concepts: builtIn.entries.length, ignored: 0, skipped: [], notices: [] };
  const { thesauri } = thesauriInUse(database, choice);
  const { notices } = combineThesauri([...(choice.builtIn ? [{ ...builtIn, name: 'the built-in thesaurus' }] : []), ...thesauri]);
  return { thesauri: [...(choice.builtIn ? [info] : []), ...own], contradictions: notices.map(({ message }) => message) };
}
