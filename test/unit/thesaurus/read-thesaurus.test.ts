import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { readThesaurus, type ReadThesaurus } from '../../../electron/engine/thesaurus/read-thesaurus.ts';
import { AtlasError } from '../../../shared/failures.ts';

function read(name: string, content: string | Uint8Array): Promise<ReadThesaurus> {
  return readThesaurus({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }, UNWATCHED);
}

/** Each concept on a line: label = aliases < broader ~ related ? ambiguous. */
async function concepts(name: string, content: string | Uint8Array): Promise<string[]> {
  const { entries } = (await read(name, content)).thesaurus;
  const labelOf = new Map(entries.map(({ id, label }) => [id, label]));
  const list = (sign: string, labels: readonly string[]) => (labels.length > 0 ? ` ${sign} ${labels.join(', ')}` : '');
  const names = (ids: readonly string[]) => ids.map((id) => labelOf.get(id) ?? `!${id}`);
  return entries.map(({ label, aliases, ambiguous, broader, related }) => label + list('=', aliases) + list('<', names(broader)) + list('~', names(related)) + list('?', ambiguous));
}

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const error = await read(name, content).then(() => null, (thrown: unknown) => thrown);
  return error instanceof AtlasError ? `${error.failure.code}: ${error.message}` : String(error);
}

const TURTLE = `# a thesaurus of the heart
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/heart/> .
:scheme a skos:ConceptScheme ; skos:prefLabel "Heart"@en .
:hd a skos:Concept ; skos:prefLabel "heart disease"@en, "Herzkrankheit"@de ; skos:narrower :mi ; skos:related :rhythm .
:mi a skos:Concept ; skos:prefLabel "myocardial infarction"@en, "Herzinfarkt"@de ; skos:altLabel "heart attack"@en, "crise cardiaque"@fr ; skos:hiddenLabel "hart attack" .
:rhythm a skos:Concept ; skos:prefLabel "heart rhythm" .
`;
const HEART = ['heart disease ~ heart rhythm', 'myocardial infarction = heart attack, hart attack < heart disease', 'heart rhythm ~ heart disease'];

describe('SKOS', () => {
  test('in Turtle: English and untagged labels, narrower read as broader, related both ways, the scheme no concept', async () => {
    expect(await concepts('heart.ttl', TURTLE)).toEqual(HEART);
    expect((await read('heart.ttl', TURTLE)).report).toEqual({ file: 'heart.ttl', format: 'skos-turtle', concepts: 3, ignored: 0, skipped: [], notices: [] });
  });

  test('in RDF/XML', async () => {
    const xml = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xml:base="https://example.org/">
      <skos:Concept rdf:about="hd"><skos:prefLabel xml:lang="en">heart disease</skos:prefLabel><skos:related rdf:resource="rhythm"/></skos:Concept>
      <skos:Concept rdf:about="mi"><skos:prefLabel xml:lang="en">myocardial infarction</skos:prefLabel><skos:altLabel xml:lang="en">heart attack</skos:altLabel>
        <skos:hiddenLabel>hart attack</skos:hiddenLabel><skos:broader rdf:resource="hd"/></skos:Concept>
      <skos:Concept rdf:about="rhythm"><skos:prefLabel>heart rhythm</skos:prefLabel></skos:Concept></rdf:RDF>`;
    expect((await concepts('heart.xml', xml)).toSorted()).toEqual(HEART.toSorted());
    expect((await read('heart', xml)).report.format).toBe('skos-rdfxml');
  });

  test('in JSON-LD, with a context of its own, with that of SKOS by its address, and with none', async () => {
    const own = { '@context': { s: 'http://www.w3.org/2004/02/skos/core#', name: { '@id': 's:prefLabel', '@language': 'en' } }, '@id': 'urn:x', '@type': 's:Concept', name: 'heart', 's:altLabel': { '@value': 'cor', '@language': 'la' } };
    expect(await concepts('own.jsonld', JSON.stringify(own))).toEqual(['heart = cor']);
    const known = { '@context': 'http://www.w3.org/2004/02/skos/core#', '@graph': [{ id: 'b', type: 'Concept', prefLabel: { en: 'heart', de: 'Herz' } }, { id: 'a', type: 'Concept', prefLabel: { en: 'valve' }, altLabel: { en: ['flap'] }, broader: 'b' }] };
    expect(await concepts('known.json', JSON.stringify(known))).toEqual(['heart', 'valve = flap < heart']);
    const none = [{ uri: 'http://e.org/b', prefLabel: { en: 'heart' } }, { uri: 'http://e.org/a', 'skos:prefLabel': 'valve', altLabel: 'flap', ambiguous: ['V'], 'skos:broader': { '@id': 'http://e.org/b' } }];
    expect(await concepts('none.json', JSON.stringify(none))).toEqual(['heart', 'valve = flap < heart ? V']);
  });

  test('with SKOS-XL labels', async () => {
    const text = `@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> . <urn:a> skosxl:prefLabel [ skosxl:literalForm "heart"@en ] ; skosxl:altLabel <urn:l> . <urn:l> a skosxl:Label ; skosxl:literalForm "cor"@en .`;
    expect(await concepts('xl.ttl', text)).toEqual(['heart = cor']);
  });

  test('without English takes the language that most concepts have', async () => {
    const label = (id: string, text: string) => `<urn:${id}> <http://www.w3.org/2004/02/skos/core#prefLabel> ${text} .`;
    expect(await concepts('german.nt', [label('a', '"Herz"@de'), label('a', '"coeur"@fr'), label('b', '"Klappe"@de')].join('\n'))).toEqual(['Herz', 'Klappe']);
  });

  test('breaks a ring of broader concepts, and says so', async () => {
    const text = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <urn:a> skos:prefLabel "a1" ; skos:broader <urn:b> . <urn:b> skos:prefLabel "b1" ; skos:broader <urn:c> . <urn:c> skos:prefLabel "c1" ; skos:broader <urn:a>, <urn:nowhere> .`;
    expect(await concepts('ring.ttl', text)).toEqual(['a1 < b1', 'b1 < c1', 'c1']);
    expect((await read('ring.ttl', text)).report.notices).toEqual([{ line: null, message: '“a1” would be broader than itself by way of “c1”: that reference is left out.' }]);
  });

  test('a statement of Turtle that can’t be read is skipped with its line, and a concept without a label too', async () => {
    const lines = [...TURTLE.split('\n').slice(0, 3), ':bad a skos:Concept ; skos:prefLabel "broken', '  skos:altLabel "more" .', ':mi a skos:Concept ; skos:prefLabel "infarction" .', ':mute a skos:Concept .'];
    const { thesaurus, report } = await read('bad.ttl', lines.join('\n'));
    expect(thesaurus.entries.map(({ label }) => label)).toEqual(['infarction']);
    expect(report.skipped.map(({ line }) => line)).toEqual([4, 4, 7]);
    expect(report.skipped.at(-1)?.reason).toBe('concept “https://example.org/heart/mute” has no preferred label (skos:prefLabel)');
  });

  test('RDF/XML that breaks off counts as far as it goes', async () => {
    const text = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">\n<skos:Concept rdf:about="urn:a"><skos:prefLabel>heart</skos:prefLabel></skos:Concept>\n<skos:Concept rdf:about="urn:b"><skos:prefLabel>valve</skos:Label></skos:Concept>';
    const { thesaurus, report } = await read('cut.rdf', text);
    expect(thesaurus.entries[0]?.label).toBe('heart');
    expect(report.skipped[0]).toMatchObject({ line: 3, reason: expect.stringContaining('the rest was not read') });
  });

  test('a context on the web is never fetched', async () => {
    const text = '{"@context": "https://example.org/context.json", "@id": "urn:x", "name": "heart"}';
    expect(await refusal('far.jsonld', text)).toBe('thesaurus.context: “far.jsonld” takes the meaning of its names from https://example.org/context.json, and nothing is ever fetched from the web. Put that context into the file, or leave it out where the names are those of SKOS.');
  });

  test('broken JSON is refused with its place', async () => {
    expect(await refusal('broken.json', '{"@graph": [\n{"id": "a",}]}')).toMatch(/^import\.format: “broken\.json” could not be read as SKOS JSON-LD: .*line 2/);
  });
});

describe('VOSviewer', () => {
  test('labels are replaced or ignored; header in any case and order, quotes, tabs or commas', async () => {
    const { thesaurus, report } = await read('thesaurus.txt', 'Replace By\tLABEL\nlarge language model\tllm\nlarge language model\t"llms, big"\n\tpaper\n');
    expect(report.format).toBe('vosviewer');
    expect(thesaurus.entries.map(({ label, aliases }) => ({ label, aliases }))).toEqual([{ label: 'large language model', aliases: ['llm', 'llms, big'] }]);
    expect(thesaurus.ignored).toEqual(['paper']);
    expect(await concepts('t.csv', 'label,replace by\n"heart attack",myocardial infarction\n')).toEqual(['myocardial infarction = heart attack']);
  });

  test('replacements lead on, the later line counts, and a ring is broken, each with a notice where it contradicts', async () => {
    const { thesaurus, report } = await read('t.txt', 'label\treplace by\na1\tb1\nb1\tc1\nd1\te1\nd1\tf1\nx1\ty1\ny1\tx1\n');
    expect(thesaurus.entries.map(({ label, aliases }) => `${label} = ${aliases.join()}`)).toEqual(expect.arrayContaining(['c1 = a1,b1', 'f1 = d1']));
    expect(report.notices.map(({ line }) => line)).toEqual(expect.arrayContaining([5, 6]));
    expect(report.notices[0]?.message).toBe('“d1” becomes “e1” in line 4 and becomes “f1” here: the later line counts.');
  });
});

describe('tables', () => {
  test('columns by their headers, several values by ; or |, broader by label or id, rows of the same term joined', async () => {
    const text = 'id;Term;Synonyms;BT;RT\n1;heart disease;"cardiac disease|cardiopathy";;\n2;infarction;heart attack;1;heart rhythm\n3;Infarctions;coronary;;\n';
    expect(await concepts('t.csv', text)).toEqual(['heart disease = cardiac disease, cardiopathy', 'infarction = heart attack, coronary < heart disease ~ heart rhythm', 'heart rhythm ~ infarction']);
  });

  test('two columns without header are term and preferred term', async () => {
    expect(await concepts('pairs.tsv', 'heart attack\tinfarction\nMI\tinfarction\n')).toEqual(['infarction = heart attack, MI']);
  });

  test('in Windows-1252 with CR LF, and packed', async () => {
    const bytes = Buffer.from('label,aliases\r\nna\u00efve Bayes,Bayes na\u00eff\r\n', 'latin1');
    expect(await concepts('t.csv', bytes)).toEqual(['naïve Bayes = Bayes naïf']);
    expect(await concepts('t.csv.gz', gzipSync(TURTLE))).toEqual(HEART);
  });

  test('bad rows are skipped with line and reason', async () => {
    const { thesaurus, report } = await read('t.csv', 'label,aliases\n,nothing\nheart,cor,too,many\nvalve,flap\n"open,never closed\n');
    expect(thesaurus.entries.map(({ label }) => label)).toEqual(['valve']);
    expect(report.skipped).toEqual([
      { line: 2, reason: 'it has no term' },
      { line: 3, reason: '4 cells where the first row has 2' },
      { line: 5, reason: 'a quotation mark in it is never closed' },
    ]);
  });
});

describe('contradictions within a file', () => {
  const csv = (...rows: string[]) => ['label,aliases', ...rows].join('\n');

  test('an alias of two concepts is ambiguous, and a preferred label is nobody else’s alias', async () => {
    const text = csv('continual learning,CL;lifelong learning', 'curriculum learning,CL;continual learning');
    expect(await concepts('t.csv', text)).toEqual(['continual learning = lifelong learning ? CL', 'curriculum learning ? CL']);
    expect((await read('t.csv', text)).report.notices).toEqual([
      { line: 3, message: '“continual learning” is an alias of “curriculum learning”, but “continual learning” is a concept of its own: it stays that.' },
      { line: 3, message: '“CL” is an alias of “continual learning”, “curriculum learning”: it counts only where a paper says which it means.' },
    ]);
  });

  test('of two concepts with one preferred label the first has it, the other goes by its next label or is skipped', async () => {
    const text = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:a> skos:prefLabel "mercury" ; skos:altLabel "quicksilver" .\n<urn:b> skos:prefLabel "Mercury" ; skos:altLabel "innermost planet" .\n<urn:c> skos:prefLabel "mercury" .';
    expect(await concepts('t.ttl', text)).toEqual(['mercury = quicksilver', 'innermost planet']);
    const { report } = await read('t.ttl', text);
    expect(report.skipped).toEqual([{ line: 1, reason: 'concept “urn:c” has no label that “urn:a” does not have' }]);
    expect(report.notices[0]?.message).toContain('the first one has it, the other goes by “innermost planet”');
  });

  test('a qualifier in brackets is left off where the bare label is nobody’s', async () => {
    expect(await concepts('t.csv', csv('Python (language),', 'Java (language),', 'Java,'))).toEqual(['Python (language) = Python', 'Java (language)', 'Java']);
  });
});

test.each([
  ['an empty file', ''],
  ['prose', 'This is a note.\nIt has lines, with commas, here and there.\nNothing else.\n'],
  ['a list of papers', 'title,abstract\nA,B\n'],
  ['a web page', '<!doctype html><html><body>label,aliases</body></html>'],
  ['JSON of something else', '{"a": 1}'],
  ['a header without rows', 'label,aliases\n'],
])('%s is refused with what was looked for', async (_, content) => {
  expect(await refusal('x.txt', content)).toMatch(/^thesaurus\.unreadable: No term was found in “x\.txt”\. Looked for: SKOS/);
});

test('a file of which nothing is left is refused with its first fault', async () => {
  expect(await refusal('x.csv', 'label,aliases\n,a\n,b\n')).toBe('thesaurus.faults: Nothing in “x.csv” could be read as a thesaurus (csv). The first of 2 faults is in line 2: it has no term. Mend it and try again.');
  expect(await refusal('x.ttl', '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:a> skos:prefLabel heart .\n')).toMatch(/^thesaurus\.faults: .* line 2/);
});

test('whatever is cut out of a file or put into it, it gives a thesaurus or a sentence', async () => {
  const files = [TURTLE, '{"@graph": [{"id": "a", "prefLabel": "heart", "broader": ["b"]}, {"id": "b", "prefLabel": {"en": "organ"}}]}', 'label\treplace by\na\tb\nb\ta\nc\t\n', 'label,aliases,broader\n"heart","cor; pump",organ\n'];
  const change = fc.record({ file: fc.constantFrom(...files), at: fc.nat(400), cut: fc.nat(30), put: fc.constantFrom('', '"', '<', '}', '\n', '\t', ',', ';', '.', '@', '\\', '"""', '\ufffd') });
  await fc.assert(
    fc.asyncProperty(change, async ({ file, at, cut, put }) => {
      const outcome = await read('x', file.slice(0, at) + put + file.slice(at + cut)).then(({ thesaurus }) => thesaurus, (error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AtlasError);
      else expect(outcome).toMatchObject({ name: 'x' });
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('a missing and a binary file are refused as such', async () => {
  await expect(readThesaurus({ name: 'gone.ttl', path: '/no/such/gone.ttl' }, UNWATCHED)).rejects.toThrow('gone.ttl');
  expect(await refusal('x.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0))).toMatch(/^import\.binary/);
});
