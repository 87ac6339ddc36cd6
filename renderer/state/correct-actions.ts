import { chooseConcepts, useChosenConcepts } from './chosen-concepts.ts';
import { namedOrCounted, withMoves } from './correction-words.ts';
import { openDialog } from './dialog-store.ts';
import { applyEdit, type EditWords } from './edit-actions.ts';
import { withGivenName } from './given-names.ts';
import { openMap } from './library-store.ts';
import { mapIndex } from './map-index.ts';
import { selected, setSelection } from './view-store.ts';

/** Words of an edit after which papers are linked and grouped anew. */
function anew(sentence: string): EditWords {
  return { task: 'Linking the papers anew', says: withMoves(sentence) };
}

/** Gives a concept another name. Where another concept has that name, the user is asked whether they are one. */
export async function renameConcept(concept: string, label: string): Promise<void> {
  const name = label.trim();
  const before = conceptLabel(concept);
  if (name === '' || name === before) return;
  const namesake = openMap()?.concepts.find((other) => other.id !== concept && other.label.toLowerCase() === name.toLowerCase());
  if (namesake) openDialog({ kind: 'merge', of: 'concept', ids: [namesake.id, concept] });
  else await withGivenName(concept, name, () => applyEdit({ kind: 'rename-concept', concept, label: name }, anew(`“${before}” is now called “${name}”.`)));
}

/** Makes concepts one with another, whose name stays. True when it worked. */
export async function mergeConcepts(concepts: readonly string[], into: string): Promise<boolean> {
  const others = concepts.filter((id) => id !== into);
  if (others.length === 0) return false;
  if (others.some((id) => isSelected('concept', id))) setSelection({ kind: 'concept', id: into });
  if (useChosenConcepts.getState().ids.some((id) => others.includes(id))) chooseConcepts([into]);
  return applyEdit({ kind: 'merge-concepts', concepts: others, into }, anew(`Merged ${namedOrCounted(others.map(conceptLabel), 'concept')} into “${conceptLabel(into)}”.`));
}

/** Makes a wording of a concept a concept of its own. */
export function splitWording(concept: string, wording: string): Promise<boolean> {
  return applyEdit({ kind: 'split-wording', concept, wording }, anew(`“${wording}” is now a concept of its own.`));
}

/** Notes that a wording is rightly one of its concept, so that nobody is asked again. */
export function keepWording(concept: string, wording: string): Promise<boolean> {
  return applyEdit({ kind: 'keep-wording', concept, wording }, { task: null, says: () => `“${wording}” stays a wording of “${conceptLabel(concept)}”.` });
}

/** Takes concepts that tell nothing off the map. */
export function hideConcepts(concepts: readonly string[]): Promise<boolean> {
  return applyEdit({ kind: 'hide-concepts', concepts: [...concepts] }, anew(`Hid ${namedOrCounted(concepts.map(conceptLabel), 'concept')}. Papers are no longer linked through ${concepts.length === 1 ? 'it' : 'them'}.`));
}

/** Sees to it that two concepts are never joined. */
export function keepApart(concepts: [string, string]): Promise<boolean> {
  const [one, other] = concepts.map(conceptLabel);
  return applyEdit({ kind: 'keep-apart', concepts }, anew(`“${one}” and “${other}” will be kept apart.`));
}

/** Makes topics one with another, whose name and colour stay. True when it worked. */
export async function mergeTopics(topics: readonly string[], into: string): Promise<boolean> {
  const others = topics.filter((id) => id !== into);
  if (others.length === 0) return false;
  if (others.some((id) => isSelected('topic', id))) setSelection({ kind: 'topic', id: into });
  return applyEdit({ kind: 'merge-topics', topics: [...others, into], into }, { task: null, says: withMoves(`Merged ${namedOrCounted(others.map(topicLabel), 'topic')} into “${topicLabel(into)}”.`) });
}

/** Puts papers into a topic by hand, or with null out of any; `nodes` are put elsewhere along with that, positions in map units. */
export function movePapers(papers: readonly string[], topic: string | null, nodes?: { id: string; x: number; y: number }[]): Promise<boolean> {
  const what = namedOrCounted(papers.map(paperTitle), 'paper');
  const sentence = topic === null ? `Took ${what} out of ${papers.length === 1 ? 'its topic' : 'their topics'}.` : `Moved ${what} to “${topicLabel(topic)}”.`;
  return applyEdit({ kind: 'move-papers', papers: [...papers], topic, ...(nodes && { nodes }) }, { task: null, says: () => sentence });
}

function isSelected(kind: 'concept' | 'topic', id: string): boolean {
  const selection = selected();
  return selection?.kind === kind && selection.id === id;
}

function conceptLabel(id: string): string {
  const map = openMap();
  return (map && mapIndex(map).concepts.get(id)?.label) ?? id;
}

function topicLabel(id: string): string {
  const map = openMap();
  return (map && mapIndex(map).topics.get(id)?.label) ?? id;
}

function paperTitle(id: string): string {
  const map = openMap();
  return (map && mapIndex(map).papers.get(id)?.title) ?? id;
}
