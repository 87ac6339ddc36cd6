import { describe, expect, test } from 'vitest';
import { loadBuiltInThesaurus } from '../../../electron/engine/concepts/thesaurus.ts';
import { assetPath } from '../../../electron/engine/assets.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { readThesaurus } from '../../../electron/engine/thesaurus/read-thesaurus.ts';
import { compareText } from '../../../shared/text.ts';

const { entries } = loadBuiltInThesaurus();
const byLabel = new Map(entries.map((entry) => [entry.label, entry]));

describe('the built-in thesaurus', () => {
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
