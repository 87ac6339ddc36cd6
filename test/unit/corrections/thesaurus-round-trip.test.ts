import { beforeAll, describe, expect, it } from 'vitest';
import { assetPath } from '../../../electron/engine/assets.ts';
import { referenceTo, type ConceptCorrection } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctConcepts, type CorrectedConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import { correctedThesaurus } from '../../../electron/engine/corrections/corrected-thesaurus.ts';
import { CORRECTION_FILES, writeThesaurus } from '../../../electron/engine/corrections/write-thesaurus.ts';
import { joinDuplicates, readPapers } from '../../../electron/engine/import/read-papers.ts';
import { UNWATCHED, type ConceptIndex, type Paper } from '../../../electron/engine/model.ts';
import { buildConcepts } from '../../../electron/engine/pipeline.ts';
import { readThesauri } from '../../../electron/engine/thesaurus/read-thesaurus.ts';
import { CORRECTION_FORMATS } from '../../../shared/export-options.ts';

let papers: Paper[];
let corrected: CorrectedConcepts;

beforeAll(async () => {
  const read = await readPapers([{ name: 'sample.jsonl', path: assetPath('sample.jsonl') }], {}, UNWATCHED);
  ({ papers } = joinDuplicates([], read.papers));
  const { index } = buildConcepts(papers, {}, UNWATCHED);
  const reference = (id: string) => {
    const concept = index.concepts.find((each) => each.id === id);
    if (!concept) throw new Error(`the sample has no concept ${id}`);
    return referenceTo(concept);
  };
  const corrections: ConceptCorrection[] = [
    { kind: 'merge-concepts', concepts: [reference('distillation')], into: reference('knowledge-distillation') },
    { kind: 'merge-concepts', concepts: [reference('parameter-efficient-fine-tuning'), reference('adapter-tuning')], into: reference('low-rank-adaptation') },
    { kind: 'rename-concept', concept: reference('low-rank-adaptation'), label: 'cheap tuning' },
    { kind: 'split-wording', concept: reference('continual-learning'), wording: 'incremental learning' },
    { kind: 'hide-concepts', concepts: [reference('colleague'), reference('fitted')] },
    { kind: 'keep-apart', concepts: [reference('singular-value'), reference('singular-vector')] },
  ];
  corrected = correctConcepts(index, corrections, (row) => papers[row] ?? null);
});

/** Ids of the papers that mention the concept of a label. */
function papersWith({ concepts, mentions }: ConceptIndex, label: string): string[] {
  const place = concepts.findIndex((concept) => concept.label.toLowerCase() === label.toLowerCase());
  if (place < 0) return [];
  return papers.flatMap(({ id }, row) => (mentions.concept.subarray(mentions.offsets[row], mentions.offsets[row + 1]).includes(place) ? [id] : []));
}

describe.each(CORRECTION_FORMATS)('corrections as %s', (format) => {
  it('read again as a thesaurus join and part the same wordings in the same papers', async () => {
    const bytes = new TextEncoder().encode(await writeThesaurus(correctedThesaurus(corrected), format));
    const [read] = await readThesauri([{ name: `mine.${CORRECTION_FILES[format].ending}`, bytes }], UNWATCHED);
    expect(read?.report).toMatchObject({ format: format === 'csv' ? 'vosviewer' : format, concepts: corrected.corrected.length, skipped: [], notices: [] });
    const { index } = buildConcepts(papers, { thesauri: read ? [read.thesaurus] : [] }, UNWATCHED);
    for (const label of ['knowledge distillation', 'cheap tuning', 'incremental learning', 'continual learning', 'singular values', 'singular vectors']) {
      const expected = papersWith(corrected.index, label);
      expect(expected.length, label).toBeGreaterThan(0);
      expect(papersWith(index, label), label).toEqual(expected);
    }
    for (const hidden of ['colleagues', 'fitted']) expect(papersWith(index, hidden)).toEqual([]);
  });
});

describe('corrections as a table', () => {
  it('say what stands in place of each wording, and quote what has a comma', async () => {
    const thesaurus = { concepts: [{ id: 'a', label: 'a, b', aliases: ['a "b"'], ambiguous: ['AB'] }], ignored: ['x'] };
    expect(await writeThesaurus(thesaurus, 'csv')).toBe('label,replace by\n"a, b","a, b"\n"a ""b""","a, b"\nx,\n');
    expect(await writeThesaurus(thesaurus, 'vosviewer')).toBe('label\treplace by\na, b\ta, b\na "b"\ta, b\nx\t\n');
    expect((await writeThesaurus(thesaurus, 'skos-turtle')).split('\n')).toEqual(expect.arrayContaining([expect.stringContaining('skos:prefLabel "a, b"'), expect.stringContaining('ignoredLabel> "x"'), expect.stringContaining('ambiguousLabel> "AB"')]));
  });
});
