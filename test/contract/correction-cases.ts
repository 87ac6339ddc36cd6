import { beforeAll, describe, expect, it } from 'vitest';
import type { Edit } from '../../shared/edit.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import { refusalOf, valueOf, type ContractHost } from './host.ts';

/** What the cases of corrections need of the suite that they are part of. */
export interface CorrectionCases {
  host: () => ContractHost;
  /** A new library with the tiny papers. */
  fresh: () => Promise<LibraryState>;
  importText: (name: string, content: string) => Promise<LibraryState>;
}

const LORA = 'low-rank-adaptation';
const PRUNING = 'network-pruning';

const MORE = '{"id":"new","title":"Pruning with adapters","abstract":"We join low-rank adaptation and network pruning of neural networks. Quantization is left alone."}';

/** Corrections of concepts and topics: each with undo and redo, and after another import. */
export function describeCorrections({ host, fresh, importText }: CorrectionCases): void {
  const apply = (edit: Edit) => valueOf(host(), 'edit.apply', { edit });
  const undo = () => valueOf(host(), 'edit.undo', {});
  const redo = () => valueOf(host(), 'edit.redo', {});
  const conceptIn = ({ map }: LibraryState, id: string) => map?.concepts.find((concept) => concept.id === id);
  const placesOf = ({ map }: LibraryState) => map?.papers.map(({ id, x, y }) => [id, x, y]);
  const detail = (concept: string) => valueOf(host(), 'concept.get', { concept });
  const refusal = (edit: Edit) => refusalOf(host(), 'edit.apply', { edit });

  /** Undone, the state is as before; done again, as after. */
  async function expectUndoAndRedo(before: LibraryState, after: LibraryState): Promise<void> {
    expect(placesOf(after)).toEqual(placesOf(before));
    const undone = await undo();
    expect(undone.map).toEqual(before.map);
    expect(undone.corrections).toEqual(before.corrections);
    expect(undone.redoLabel).toBe(after.undoLabel);
    expect((await redo()).map).toEqual(after.map);
  }

  describe('corrections of concepts', { timeout: 20_000 }, () => {
    let before: LibraryState;

    beforeAll(async () => {
      before = await fresh();
    });

    it('rename a concept', async () => {
      const after = await apply({ kind: 'rename-concept', concept: LORA, label: 'skinny matrices' });
      expect(after.undoLabel).toBe('Rename “low-rank adaptation” to “skinny matrices”');
      expect(conceptIn(after, LORA)).toMatchObject({ label: 'skinny matrices', aliases: expect.arrayContaining(['low-rank adaptation']) });
      await expectUndoAndRedo(before, after);
      expect(await refusal({ kind: 'rename-concept', concept: LORA, label: 'Network pruning' })).toBe('edit.nameTaken');
      await undo();
    });

    it('merge concepts, in details and links too', async () => {
      const after = await apply({ kind: 'merge-concepts', concepts: [PRUNING], into: LORA });
      expect(after).toMatchObject({ undoLabel: 'Merge “network pruning” into “low-rank adaptation”', corrections: [{ kind: 'merge-concepts', label: 'Merge “network pruning” into “low-rank adaptation”' }] });
      expect(conceptIn(after, PRUNING)).toBeUndefined();
      const { papers, aliases } = await detail(LORA);
      expect(aliases).toContain('network pruning');
      expect(papers.map(({ id }) => id).sort()).toEqual(['adapters', 'init', 'lora', 'lottery', 'prune', 'qlora', 'sparse']);
      const link = await valueOf(host(), 'link.explain', { source: 'lora', target: 'prune' });
      expect(link.because.map(({ id }) => id)).toContain(LORA);
      await expectUndoAndRedo(before, after);
      await undo();
    });

    it('hide concepts', async () => {
      const after = await apply({ kind: 'hide-concepts', concepts: [LORA, PRUNING] });
      expect(after.undoLabel).toBe('Hide 2 concepts');
      expect(after.map?.papers.flatMap(({ concepts }) => concepts.map(({ id }) => id))).not.toContain(LORA);
      expect(after.map?.topics.flatMap(({ concepts }) => concepts)).not.toContain(LORA);
      expect(await refusalOf(host(), 'concept.get', { concept: LORA })).toBe('map.noConcept');
      await expectUndoAndRedo(before, after);
      await undo();
    });

    it('split a wording off', async () => {
      expect((await detail(LORA)).aliases).toContain('LoRA');
      const after = await apply({ kind: 'split-wording', concept: LORA, wording: 'LoRA' });
      expect(after.undoLabel).toBe('Split “LoRA” off “low-rank adaptation”');
      expect((await detail('lora')).papers.map(({ id }) => id)).toEqual(['lora']);
      expect((await detail(LORA)).aliases).not.toContain('LoRA');
      await expectUndoAndRedo(before, after);
      await undo();
      expect(await refusal({ kind: 'split-wording', concept: LORA, wording: 'nonsense' })).toBe('map.noWording');
    });

    it('keep concepts apart', async () => {
      const after = await apply({ kind: 'keep-apart', concepts: [LORA, PRUNING] });
      expect(after.undoLabel).toBe('Keep “low-rank adaptation” and “network pruning” apart');
      await expectUndoAndRedo(before, after);
      await undo();
    });

    it('keep a wording that is right, which leaves the map as it is', async () => {
      const after = await apply({ kind: 'keep-wording', concept: LORA, wording: 'LoRA' });
      expect(after.undoLabel).toBe('Keep “LoRA” as a wording of “low-rank adaptation”');
      expect(after.corrections).toEqual([{ kind: 'keep-wording', label: 'Keep “LoRA” as a wording of “low-rank adaptation”' }]);
      expect(after.map).toEqual(before.map);
      await expectUndoAndRedo(before, after);
      await undo();
      expect(await refusal({ kind: 'keep-wording', concept: LORA, wording: 'nonsense' })).toBe('map.noWording');
      expect(await refusal({ kind: 'keep-wording', concept: 'x', wording: 'LoRA' })).toBe('map.noConcept');
    });

    it('refuse concepts that are not there, and do nothing where nothing is to be done', async () => {
      expect(await refusal({ kind: 'rename-concept', concept: 'x', label: 'X' })).toBe('map.noConcept');
      expect(await refusal({ kind: 'merge-concepts', concepts: ['x'], into: LORA })).toBe('map.noConcept');
      expect(await refusal({ kind: 'hide-concepts', concepts: ['x'] })).toBe('map.noConcept');
      const same = await apply({ kind: 'merge-concepts', concepts: [LORA], into: LORA });
      expect(same.canUndo).toBe(false);
    });

    it('hold after another import, and are kept in the library’s file', async () => {
      await fresh();
      await apply({ kind: 'merge-concepts', concepts: [PRUNING], into: LORA });
      await apply({ kind: 'rename-concept', concept: LORA, label: 'doing with less' });
      await apply({ kind: 'hide-concepts', concepts: ['artificial-neural-network'] });
      const after = await importText('more.jsonl', MORE);
      expect(after.corrections).toHaveLength(3);
      expect(conceptIn(after, LORA)).toMatchObject({ label: 'doing with less', papers: 8 });
      expect(conceptIn(after, PRUNING)).toBeUndefined();
      expect(conceptIn(after, 'artificial-neural-network')).toBeUndefined();
      const undone = await undo();
      expect(conceptIn(undone, 'artificial-neural-network')?.papers).toBe(4);
      expect((await redo()).map).toEqual(after.map);
    });
  });

  describe('corrections of topics', { timeout: 20_000 }, () => {
    const topicsOf = ({ map }: LibraryState) => map?.topics.map(({ id, label, papers }) => ({ id, label, papers })) ?? [];
    const paperIn = ({ map }: LibraryState, id: string) => map?.papers.find((paper) => paper.id === id);
    let before: LibraryState;
    let [into, other] = ['', ''];

    beforeAll(async () => {
      before = await fresh();
      [into, other] = [topicsOf(before)[0]?.id ?? '', topicsOf(before)[1]?.id ?? ''];
    });

    it('merge topics under the name of one of them', async () => {
      const [first, second] = topicsOf(before);
      const after = await apply({ kind: 'merge-topics', topics: [into, other], into: other });
      expect(after.undoLabel).toBe(`Merge “${first?.label}” into “${second?.label}”`);
      expect(topicsOf(after)).toEqual([{ id: other, label: second?.label, papers: 7 }]);
      await expectUndoAndRedo(before, after);
      const finer = await apply({ kind: 'settings', settings: { seed: 9 } });
      expect(topicsOf(finer)).toMatchObject([{ papers: 7 }]);
      await undo();
      await undo();
      expect(await refusal({ kind: 'merge-topics', topics: [into, 'x'], into })).toBe('map.noTopic');
    });

    it('move papers to a topic, and out of any', async () => {
      const after = await apply({ kind: 'move-papers', papers: ['bread'], topic: into });
      expect(after.undoLabel).toBe(`Move 1 paper to “${topicsOf(before)[0]?.label}”`);
      expect(paperIn(after, 'bread')).toMatchObject({ topic: into, confidence: 1, byHand: true });
      await expectUndoAndRedo(before, after);
      expect((await apply({ kind: 'move-papers', papers: ['bread'], topic: into })).undoLabel).toBe(after.undoLabel);
      const out = await apply({ kind: 'move-papers', papers: ['bread', 'lora'], topic: null });
      expect(out.undoLabel).toBe('Take 2 papers out of their topics');
      expect(paperIn(out, 'lora')).toMatchObject({ topic: null, byHand: true });
      await undo();
      await undo();
      expect(await refusal({ kind: 'move-papers', papers: ['x'], topic: into })).toBe('map.noPaper');
      expect(await refusal({ kind: 'move-papers', papers: ['lora'], topic: 'x' })).toBe('map.noTopic');
    });

    it('move papers to a topic and to a place in one step', async () => {
      const after = await apply({ kind: 'move-papers', papers: ['bread'], topic: into, nodes: [{ id: 'bread', x: 321, y: -45 }] });
      expect(paperIn(after, 'bread')).toMatchObject({ topic: into, x: 321, y: -45 });
      expect(after.pinned).toEqual(['bread']);
      expect((await undo()).map).toEqual(before.map);
      expect((await redo()).map).toEqual(after.map);
      await undo();
      expect(await refusal({ kind: 'move-papers', papers: ['bread'], topic: into, nodes: [{ id: 'x', x: 0, y: 0 }] })).toBe('map.noPaper');
    });

    it('let go of papers that were moved', async () => {
      const moved = await apply({ kind: 'move', nodes: [{ id: 'lora', x: 500, y: 500 }, { id: 'prune', x: 0, y: 600 }] });
      expect(moved.pinned.toSorted()).toEqual(['lora', 'prune']);
      const after = await apply({ kind: 'unpin', nodes: ['lora'] });
      expect(after).toMatchObject({ pinned: ['prune'], undoLabel: 'Unpin 1 paper' });
      expect(paperIn(after, 'lora')).toEqual(paperIn(before, 'lora'));
      expect((await apply({ kind: 'unpin', nodes: ['lora'] })).undoLabel).toBe('Unpin 1 paper');
      expect((await undo()).pinned).toHaveLength(2);
      expect((await redo()).map).toEqual(after.map);
    });
  });

  describe('corrections for other collections', { timeout: 20_000 }, () => {
    const exported = async (format: 'vosviewer' | 'csv' | 'skos-turtle') => {
      const { bytes, ...file } = await valueOf(host(), 'thesaurus.export', { format });
      return { ...file, text: new TextDecoder().decode(bytes) };
    };

    it('are a thesaurus of all that they are about, with what was hidden', async () => {
      await fresh();
      expect(await refusalOf(host(), 'thesaurus.export', { format: 'csv' })).toBe('thesaurus.nothing');
      await apply({ kind: 'merge-concepts', concepts: [PRUNING], into: LORA });
      await apply({ kind: 'rename-concept', concept: LORA, label: 'doing with less' });
      await apply({ kind: 'hide-concepts', concepts: ['lottery-ticket-hypothesis'] });
      const table = await exported('vosviewer');
      expect(table).toMatchObject({ name: 'tiny corrections.txt', mediaType: 'text/tab-separated-values' });
      expect(table.text.split('\n')).toEqual(expect.arrayContaining(['label\treplace by', 'doing with less\tdoing with less', 'network pruning\tdoing with less', 'lottery ticket hypothesis\t']));
      expect(await exported('csv')).toMatchObject({ name: 'tiny corrections.csv', text: expect.stringContaining('network pruning,doing with less\n') });
      expect(await exported('skos-turtle')).toMatchObject({ name: 'tiny corrections.ttl', text: expect.stringContaining('skos:prefLabel "doing with less"') });
    });
  });

  describe('a look at other settings', { timeout: 20_000 }, () => {
    it('says what they would do, and changes nothing', async () => {
      const before = await fresh();
      const same = await valueOf(host(), 'settings.preview', { settings: {} });
      expect(same).toEqual({ before: same.before, after: same.before, moved: 0 });
      expect(same.before).toEqual({ topics: before.map?.topics.length, links: before.map?.links.length, concepts: before.map?.concepts.length, alone: 1 });
      const preview = await valueOf(host(), 'settings.preview', { settings: { minPapers: 4, linksPerPaper: 2 } });
      expect(preview.after.concepts).toBeLessThan(same.before.concepts);
      expect(await valueOf(host(), 'library.state', {})).toEqual(before);
      const { map } = await apply({ kind: 'settings', settings: { minPapers: 4, linksPerPaper: 2 } });
      expect(preview.after).toMatchObject({ topics: map?.topics.length, links: map?.links.length, concepts: map?.concepts.length });
      const topicOf = new Map(before.map?.papers.map(({ id, topic }) => [id, topic]));
      expect(preview.moved).toBe(map?.papers.filter(({ id, topic }) => topicOf.get(id) !== topic).length);
      expect((await undo()).map).toEqual(before.map);
    });

    it('needs a map', async () => {
      await valueOf(host(), 'library.new', {});
      expect(await refusalOf(host(), 'settings.preview', { settings: {} })).toBe('map.empty');
      expect(await refusalOf(host(), 'thesaurus.export', { format: 'csv' })).toBe('map.empty');
    });
  });

  describe('the review of joins', { timeout: 20_000 }, () => {
    it('gives what the engine is unsure of, best first, and leaves out what was answered', async () => {
      await fresh();
      const { items } = await valueOf(host(), 'review.list', {});
      const join = items.find(({ kind }) => kind === 'join');
      if (!join?.other) throw new Error('no join is proposed');
      for (const { reason, likelihood, evidence } of items) {
        expect(reason).toMatch(/^\P{Ll}.*\.$/su);
        expect(likelihood > 0 && likelihood < 1).toBe(true);
        for (const { text, start, end } of evidence) expect(text.slice(start, end)).toMatch(/\S/);
      }
      await apply({ kind: 'keep-apart', concepts: [join.concept.id, join.other.id] });
      expect((await valueOf(host(), 'review.list', {})).items.map(({ id }) => id)).not.toContain(join.id);
      await undo();
      expect((await valueOf(host(), 'review.list', {})).items).toEqual(items);
      expect((await valueOf(host(), 'review.list', { limit: 1 })).items).toEqual(items.slice(0, 1));
    });

    it('needs a map', async () => {
      await valueOf(host(), 'library.new', {});
      expect(await refusalOf(host(), 'review.list', {})).toBe('map.empty');
    });
  });
}
