import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBuiltInThesaurus, loadThesauri, parseThesaurusJsonLd } from '../../../electron/engine/concepts/thesaurus.ts';
import { AtlasError } from '../../../shared/failures.ts';

const refusal = (text: string): string => {
  try {
    parseThesaurusJsonLd(text, 'mine.jsonld');
  } catch (error) {
    if (error instanceof AtlasError) return error.message;
    throw error;
  }
  return 'nothing refused';
};

describe('thesauri in SKOS JSON-LD', () => {
  test('the built-in one has over 400 concepts, and every broader one that it names is among them', () => {
    const { entries } = loadBuiltInThesaurus();
    expect(entries.length).toBeGreaterThan(400);
    const ids = new Set(entries.map(({ id }) => id));
    expect(entries.flatMap(({ broader, related }) => [...broader, ...related]).filter((id) => !ids.has(id))).toEqual([]);
    const lowRank = entries.find(({ label }) => label === 'low-rank adaptation');
    expect(lowRank?.aliases).toContain('LoRA');
    expect(entries.find(({ label }) => label === 'curriculum learning')?.ambiguous).toContain('CL');
  });

  test('labels are read plain, tagged by language, and as language maps; keys with and without prefix', () => {
    const text = JSON.stringify({
      '@graph': [
        { '@id': 'b', '@type': 'skos:Concept', 'skos:prefLabel': [{ '@value': 'heart', '@language': 'en' }, { '@value': 'Herz', '@language': 'de' }], 'skos:altLabel': { '@value': 'cor', '@language': 'la' } },
        { id: 'a', type: 'Concept', prefLabel: { en: 'heart attack', de: 'Herzinfarkt' }, altLabel: ['myocardial infarction'], hiddenLabel: 'hart attack', ambiguous: ['MI'], broader: 'b', related: [{ '@id': 'b' }] },
        { '@id': 'scheme', '@type': 'skos:ConceptScheme' },
      ],
    });
    expect(parseThesaurusJsonLd(text, 'mine').entries).toEqual([
      { id: 'a', label: 'heart attack', aliases: ['myocardial infarction', 'hart attack'], ambiguous: ['MI'], broader: ['b'], related: ['b'] },
      { id: 'b', label: 'heart', aliases: ['cor'], ambiguous: [], broader: [], related: [] },
    ]);
  });

  test.each([
    ['{"@graph": [', 'mine.jsonld'],
    ['{}', 'no concept'],
    ['[1, 2]', 'array of objects'],
    ['{"@graph": [{"@id": "x", "@type": "skos:Concept"}]}', 'concept “x” has no preferred label'],
    ['{"@graph": [{"id": "x", "prefLabel": "a"}, {"id": "x", "prefLabel": "b"}]}', 'two concepts have the identifier “x”'],
  ])('what is none is refused with the reason: %s', (text, reason) => expect(refusal(text)).toContain(reason));

  test("loading gives the user's files, and says which one is missing", async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'atlas-thesaurus-')), 'mine.jsonld');
    writeFileSync(path, '{"id": "x", "prefLabel": "heart"}');
    expect((await loadThesauri([path])).map(({ name, entries }) => `${name} ${entries.length}`)).toEqual(['mine.jsonld 1']);
    await expect(loadThesauri(['/no/such.jsonld'])).rejects.toThrow('such.jsonld');
  });
});
