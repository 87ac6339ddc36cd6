import type { Page } from 'playwright-core';
import type { Edit } from '../../shared/edit.ts';
import type { Annotation, NamedList } from '../../shared/library-state.ts';
import type { ImportReport } from '../../shared/paper.ts';
import { sampleLibrary, type SampleLibrary } from './sample-map.ts';

type AnnotateEdit = Extract<Edit, { kind: 'annotate' }>;
type ListEdit = Extract<Edit, { kind: 'make-list' | 'change-list' | 'remove-list' }>;

/** How the stand-in for the host behaves. */
export interface MockBridgeOptions {
  library: SampleLibrary;
  /** What the window finds at the start. */
  start: 'empty' | 'library';
  report: ImportReport;
  /** How long an import takes; in the meantime progress is told. */
  importMs: number;
}

/** The usual behaviour: an empty window whose sample and imports give a library of so many papers at once. */
export function mockOptions(paperCount: number, changes: Partial<MockBridgeOptions> = {}): MockBridgeOptions {
  const report: ImportReport = {
    files: [{ file: 'seed.txt', format: 'text', records: paperCount + 3, papers: paperCount, duplicates: 1, skipped: [{ line: 12, reason: 'has no title' }, { line: 340, reason: 'is not a record but a line of the page it was copied from' }] }],
  };
  return { library: sampleLibrary(paperCount), start: 'empty', report, importMs: 0, ...changes };
}

/** Puts a stand-in for the host into every document that the page loads from now on; nothing leaves the page, but for exports where a test exposes `drawExport`, which gives their text. */
export async function mockBridge(page: Page, options: MockBridgeOptions): Promise<void> {
  await page.addInitScript(install, options);
}

/** Runs in the page, so it may use nothing from outside itself. */
function install({ library, start, report, importMs }: MockBridgeOptions): void {
  type Listener = (payload: unknown) => void;
  type Args = Record<string, unknown>;
  const listeners: Record<string, Listener[]> = {};
  const done: unknown[] = [];
  const undone: unknown[] = [];
  let state = start === 'library' ? library.state : { ...library.state, name: 'Untitled', map: null };
  let isCancelled = false;

  const ok = (value: unknown) => ({ ok: true, value });
  const fail = (code: string, message: string) => ({ ok: false, failure: { code, message, details: {} } });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const tell = (event: string, payload: unknown) => {
    for (const listener of listeners[event] ?? []) listener(payload);
  };
  const withUndo = () => ({ ...state, canUndo: done.length > 0, canRedo: undone.length > 0, undoLabel: done.length > 0 ? 'Last change' : null, redoLabel: undone.length > 0 ? 'Last change' : null });
  const change = (next: typeof state) => {
    done.push(state);
    undone.length = 0;
    state = next;
    return ok(withUndo());
  };
  const step = (from: unknown[], to: unknown[]) => {
    const next = from.pop() as typeof state | undefined;
    if (!next) return fail('edit.nothingToUndo', 'There is nothing to undo.');
    to.push(state);
    state = next;
    return ok(withUndo());
  };
  const read = async () => {
    isCancelled = false;
    const parts = importMs > 0 ? 20 : 0;
    for (let part = 0; part < parts; part++) {
      tell('progress', { stage: 'read', done: part * 5, total: 100, label: 'Reading papers' });
      await wait(importMs / parts);
      if (isCancelled) return fail('call.cancelled', 'Cancelled. Nothing was changed.');
    }
    state = { ...library.state, view: state.view };
    return ok({ state: withUndo(), report });
  };
  const annotated = ({ targets, starred, note, addTags = [], removeTags = [] }: AnnotateEdit) => {
    const isTarget = (annotation: Annotation) => targets.some(({ kind, id }) => kind === annotation.target.kind && id === annotation.target.id);
    const changed = targets.map((target): Annotation => {
      const before = state.annotations.find((annotation) => annotation.target.kind === target.kind && annotation.target.id === target.id);
      const tags = [...new Set([...(before?.tags ?? []), ...addTags])].filter((tag) => !removeTags.includes(tag));
      return { target, starred: starred ?? before?.starred ?? false, tags, note: note ?? before?.note ?? '' };
    });
    return [...state.annotations.filter((annotation) => !isTarget(annotation)), ...changed].filter((each) => each.starred || each.tags.length > 0 || each.note !== '');
  };
  const withLists = (wanted: ListEdit) => {
    if (wanted.kind === 'make-list') return [...state.lists, { id: wanted.list, name: wanted.name, note: '', starred: false, papers: wanted.papers }];
    if (wanted.kind === 'remove-list') return state.lists.filter(({ id }) => id !== wanted.list);
    const { list, name, note, starred, add = [], remove = [] } = wanted;
    const changed = (before: NamedList): NamedList => ({ id: list, name: name ?? before.name, note: note ?? before.note, starred: starred ?? before.starred, papers: [...new Set([...before.papers, ...add])].filter((paper) => !remove.includes(paper)) });
    return state.lists.map((before) => (before.id === list ? changed(before) : before));
  };
  const edit = ({ edit: one }: Args) => {
    const wanted = one as { kind: string; topic?: string; label?: string; settings?: object; nodes?: { id: string; x: number; y: number }[] };
    const map = state.map;
    if (!map) return fail('map.empty', 'There is no map yet. Import papers or open the sample first.');
    if (wanted.kind === 'rename-topic') return change({ ...state, map: { ...map, topics: map.topics.map((topic) => (topic.id === wanted.topic ? { ...topic, label: wanted.label ?? '' } : topic)) } });
    if (wanted.kind === 'annotate') return change({ ...state, annotations: annotated(wanted as unknown as AnnotateEdit) });
    if (wanted.kind.endsWith('-list')) return change({ ...state, lists: withLists(wanted as unknown as ListEdit) });
    if (wanted.kind === 'settings') return change({ ...state, settings: { ...state.settings, ...wanted.settings } });
    const moved = new Map(wanted.nodes?.map((node) => [node.id, node]));
    return change({ ...state, map: { ...map, papers: map.papers.map((paper) => ({ ...paper, ...moved.get(paper.id) })) } });
  };
  const commands: Record<string, (args: Args) => unknown> = {
    'host.info': () => ok({ kind: 'web', version: '0.0.0', platform: 'linux', theme: 'system', guide: 'seen' }),
    'host.setTheme': () => ok(null),
    'host.openLink': () => ok(null),
    'library.state': () => ok(withUndo()),
    'library.new': () => {
      state = { ...state, name: 'Untitled', map: null };
      return ok(withUndo());
    },
    'library.sample': read,
    'library.import': ({ files }) => ((files as { name: string }[]).some(({ name }) => name.endsWith('.pdf')) ? fail('import.binary', '“broken.pdf” is a binary file (PDF). Export it as CSV, RIS or BibTeX and import that.') : read()),
    'library.importText': read,
    'papers.facts': () => ok({ papers: Object.values(library.papers).map(({ id, authors, venue, year, source, citations }) => ({ id, authors, venue, year, source: source.file, citations })) }),
    'search.find': ({ text }) => {
      const wanted = String(text).toLowerCase();
      const range = (within: string): [number, number][] => [[within.toLowerCase().indexOf(wanted), within.toLowerCase().indexOf(wanted) + wanted.length]];
      const has = (within: string) => wanted !== '' && within.toLowerCase().includes(wanted);
      const papers = (state.map?.papers ?? []).filter(({ title }) => has(title));
      const concepts = (state.map?.concepts ?? []).filter(({ label }) => has(label));
      return ok({
        papers: papers.slice(0, 30).map(({ id, title }) => ({ id, field: 'title', excerpt: title, marks: range(title) })),
        concepts: concepts.slice(0, 30).map(({ id, label }) => ({ id, wording: label, marks: range(label) })),
        matches: papers.map(({ id }) => id),
        corrected: null,
      });
    },
    'path.find': ({ from, to }) => {
      const ends = [from, to].map((end) => (end as { kind: string; id: string }).kind === 'paper' ? (end as { id: string }).id : (state.map?.papers.find(({ topic }) => topic === (end as { id: string }).id)?.id ?? ''));
      const [start = '', end = ''] = ends;
      const because = state.map?.concepts.slice(0, 1).map(({ id, label }) => ({ id, label, share: 1 })) ?? [];
      return ok({ from, to, paths: [{ papers: [start, end], steps: [{ source: start, target: end, weight: 0.5, because }], strength: 0.5 }] });
    },
    'topics.compare': ({ topics }) => {
      const [first = '', second = ''] = topics as string[];
      const compared = (topic: string, shares: [number, number]) => (state.map?.concepts ?? []).filter((concept) => concept.topic === topic).slice(0, 6).map(({ id, label }) => ({ id, label, shares }));
      const links = (state.map?.links ?? []).slice(0, 3).map(({ source, target, weight }) => ({ source, target, weight }));
      return ok({ topics, shared: compared(first, [0.3, 0.3]).slice(0, 1), apart: [compared(first, [0.5, 0.1]), compared(second, [0.1, 0.5])], between: [], links, strength: 1, linkCount: links.length });
    },
    'export.papers': ({ papers, format, name = 'papers' }) => ok({ name: `${String(name)}.${String(format)}`, mediaType: 'text/plain', bytes: new TextEncoder().encode((papers as string[]).join('\n')) }),
    'paper.get': ({ paper }) => ok(library.papers[String(paper)]),
    'concept.get': ({ concept }) => ok(library.concepts[String(concept)]),
    'link.explain': ({ source, target }) => {
      const link = library.links[`${String(source)} ${String(target)}`] ?? library.links[`${String(target)} ${String(source)}`];
      return link ? ok(link) : fail('map.noLink', 'These two papers share no concept, so nothing links them.');
    },
    'edit.apply': edit,
    'edit.undo': () => step(done, undone),
    'edit.redo': () => step(undone, done),
    'view.save': ({ view }) => {
      state = { ...state, view: view as typeof state.view };
      return ok(null);
    },
    'export.make': async (args) => {
      const draw = (window as { drawExport?: (args: Args) => Promise<string> }).drawExport;
      return ok({ name: `map.${String(args['format'])}`, mediaType: 'application/octet-stream', bytes: draw ? new TextEncoder().encode(await draw(args)) : new Uint8Array([1, 2, 3]) });
    },
    'job.cancel': () => {
      isCancelled = true;
      return ok({ cancelled: true });
    },
  };
  const bridge = {
    call: async (command: string, args: unknown) => commands[command]?.(args as Args) ?? fail('call.unknown', `This version of Concept Atlas does not know the command “${command}”.`),
    refer: async (files: File[]) => files.map(({ name }, position) => ({ ref: String(position), name })),
    on: (event: string, listener: Listener) => {
      (listeners[event] ??= []).push(listener);
      return () => {
        listeners[event] = (listeners[event] ?? []).filter((other) => other !== listener);
      };
    },
  };
  Object.defineProperty(window, 'atlas', { value: bridge });
}
