import { describe, expect, test } from 'vitest';
import { loadBuiltInThesaurus } from '../../../electron/engine/concepts/thesaurus.ts';
import { assetPath } from '../../../electron/engine/assets.ts';
import { builtInThesaurusFor } from '../../../electron/engine/thesaurus/built-in-for.ts';
import { labelKey } from '../../../electron/engine/thesaurus/label-key.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { readThesaurus } from '../../../electron/engine/thesaurus/read-thesaurus.ts';
import { compareText } from '../../../shared/text.ts';
import { conceptsOf, paper } from '../concepts/papers.ts';

const { entries } = loadBuiltInThesaurus();
const byLabel = new Map(entries.map((entry) => [entry.label, entry]));

const conceptOf = (wording: string): string[] => entries.filter(({ label, aliases }) => [label, ...aliases].some((each) => labelKey(each) === labelKey(wording))).map(({ label }) => label);

describe('the built-in thesaurus', () => {
  test.each([
    ['data pruning', 'network pruning'],
    ['dataset distillation', 'knowledge distillation'],
    ['network sparsification', 'lasso'],
    ['quantization-aware training', 'post-training quantization'],
  ])('%s is not %s', (one, other) => {
    expect([conceptOf(one), conceptOf(other)]).toEqual([[one], [other]]);
  });

  test.each(['CL', 'GPTQ', 'WM', 'WA', 'MI', 'TDA', 'SFT', 'LoRC', 'critical point', 'adapter', 'message passing'])('%s stands for several things, so it is nobody’s alias', (wording) => {
    expect(conceptOf(wording)).toEqual([]);
    expect(entries.some(({ ambiguous }) => ambiguous.includes(wording))).toBe(true);
  });

  test('is used for machine learning, and not where other fields use the same words', () => {
    const learning = [paper('Pruning networks', 'Network pruning makes neural networks small.'), paper('LoRA', 'We use low-rank adaptation of language models.')];
    const law = ['The duty of care of a data controller is a matter of statute.', 'Damages for breach of contract follow the critical point of performance.', 'Courts weigh causality and fairness.', 'A court of appeal held that the interest of the child comes first.', 'The principal-agent relation, and PCA of the vessel.'];
    expect(builtInThesaurusFor(learning)).toBe(loadBuiltInThesaurus());
    expect(builtInThesaurusFor(law.map((text, number) => paper(`Case ${number}`, text)))).toBeNull();
    expect(conceptsOf(law.map((text, number) => paper(`Case ${number}`, text)), { builtInThesaurus: true })).toEqual(conceptsOf(law.map((text, number) => paper(`Case ${number}`, text))));
  });

  test('has over 800 concepts, and every broader and related one that it names is among them', () => {
    expect(entries.length).toBeGreaterThan(800);
    const ids = new Set(entries.map(({ id }) => id));
    expect(entries.flatMap(({ broader, related }) => [...broader, ...related]).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('knows LoRA as low-rank adaptation, and CL as curriculum learning only where a paper says so', () => {
    expect(byLabel.get('low-rank adaptation')?.aliases).toContain('LoRA');
    expect(byLabel.get('curriculum learning')?.ambiguous).toContain('CL');
  });

  test('is SKOS: the reader of files gives the same concepts, and finds no contradiction in it', async () => {
    const { thesaurus, report } = await readThesaurus({ name: 'machine-learning.jsonld', path: assetPath('machine-learning.jsonld') }, UNWATCHED);
    expect(report).toEqual({ file: 'machine-learning.jsonld', format: 'skos-jsonld', concepts: entries.length, ignored: 0, skipped: [], notices: [] });
    expect(thesaurus.entries.toSorted((a, b) => compareText(a.id, b.id))).toEqual(entries.map((entry) => Object.assign({ fixedLabel: true }, entry)));
  });
});
