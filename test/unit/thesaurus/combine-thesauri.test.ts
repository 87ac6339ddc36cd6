import { expect, test } from 'vitest';
import { loadBuiltInThesaurus, type Thesaurus, type ThesaurusEntry } from '../../../electron/engine/concepts/thesaurus.ts';
import { combineThesauri } from '../../../electron/engine/thesaurus/combine-thesauri.ts';
import { conceptsOf, conceptById, labelsIn, paper } from '../concepts/papers.ts';

const entry = (label: string, rest: Partial<ThesaurusEntry> = {}): ThesaurusEntry => ({ id: label, label, aliases: [], ambiguous: [], broader: [], related: [], ...rest });
const thesaurus = (name: string, entries: ThesaurusEntry[], ignored: string[] = []): Thesaurus => ({ name, entries, ignored });

function combined(...thesauri: Thesaurus[]) {
  const { thesaurus: { entries, ignored }, notices } = combineThesauri(thesauri);
  const labelOf = new Map(entries.map(({ id, label }) => [id, label]));
  return {
    concepts: entries.map(({ label, aliases, broader }) => [label, ...aliases, ...broader.map((id) => `< ${labelOf.get(id) ?? id}`)].join(', ')),
    ignored: ignored ?? [],
    notices: notices.map(({ message }) => message),
  };
}

test('one thesaurus stays as it is', () => {
  const only = thesaurus('a', [entry('x')]);
  expect(combineThesauri([only])).toEqual({ thesaurus: only, notices: [] });
});

test('a concept goes by the name of the later one, and has the labels and broader concepts of both', () => {
  const first = thesaurus('first', [entry('adapter tuning', { aliases: ['adapter layer'], broader: ['PEFT'] }), entry('PEFT')]);
  const later = thesaurus('later', [entry('adapters', { aliases: ['adapter tuning'] })]);
  expect(combined(first, later)).toEqual({ concepts: ['adapters, adapter tuning, adapter layer, < PEFT', 'PEFT'], ignored: [], notices: [] });
});

test('a label that two give to different concepts belongs to that of the later one, with a notice', () => {
  const first = thesaurus('first.csv', [entry('curriculum learning', { aliases: ['CL', 'staged learning'] })]);
  const later = thesaurus('later.csv', [entry('continual learning', { aliases: ['CL'] })]);
  expect(combined(first, later)).toEqual({
    concepts: ['continual learning, CL', 'curriculum learning, staged learning'],
    ignored: [],
    notices: ['“CL” belongs to “continual learning” in later.csv and to “curriculum learning” in first.csv: later.csv counts.'],
  });
});

test('what the later one calls ambiguous is no alias any more', () => {
  const first = thesaurus('first', [entry('curriculum learning', { aliases: ['CL'] })]);
  expect(combined(first, thesaurus('later', [entry('continual learning', { ambiguous: ['CL'] })])).concepts).toEqual(['continual learning', 'curriculum learning']);
});

test('what one ignores is no concept unless a later one has it', () => {
  const first = thesaurus('first', [entry('network')], ['paper', 'heart']);
  expect(combined(first, thesaurus('later', [entry('heart')])).ignored).toEqual(['paper']);
  expect(combined(first, thesaurus('later', [], ['network'])).ignored).toEqual(['network', 'paper', 'heart']);
});

test('a ring that two thesauri make together is broken', () => {
  const first = thesaurus('first', [entry('a1', { broader: ['b1'] }), entry('b1')]);
  const later = thesaurus('later', [entry('b1', { broader: ['a1'] }), entry('a1')]);
  const { concepts, notices } = combined(first, later);
  expect(concepts).toEqual(['b1, < a1', 'a1']);
  expect(notices).toHaveLength(1);
});

test('papers: a user’s concept takes over the built-in one’s wordings, and ignored terms are not shown', () => {
  const mine = thesaurus('mine', [entry('LoRA')], ['language model']);
  const found = conceptsOf([paper('A', 'We use LoRA in a language model.'), paper('B', 'We use low-rank adaptation in a language model.')], { thesauri: [mine], builtInThesaurus: true });
  expect(conceptById(found, 'lora').papers).toBe(2);
  expect([...labelsIn(found, 'A'), ...labelsIn(found, 'B')].filter((label) => /language model/i.test(label))).toEqual([]);
});

test('papers: an acronym that the built-in thesaurus calls ambiguous means what the user’s says', () => {
  expect(loadBuiltInThesaurus().entries.find(({ label }) => label === 'continual learning')?.ambiguous).toContain('CL');
  const mine = thesaurus('mine', [entry('continual learning', { aliases: ['CL'] })]);
  const found = conceptsOf([paper('A', 'We run CL on robots.'), paper('B', 'Continual learning forgets.')], { thesauri: [mine], builtInThesaurus: true });
  expect(conceptById(found, 'continual-learning').papers).toBe(2);
});

test('papers: a concept goes by the label that the user gave it, in the case that papers have it in', () => {
  const mine = thesaurus('mine', [entry('adaptive low ranks', { aliases: ['lora'], fixedLabel: true }), entry('gptq', { fixedLabel: true })]);
  const found = conceptsOf([paper('A', 'We use LoRA and GPTQ here.'), paper('B', 'LoRA and GPTQ are cheap.')], { thesauri: [mine] });
  expect(conceptById(found, 'adaptive-low-rank')).toMatchObject({ label: 'adaptive low ranks', aliases: ['LoRA'], joins: [{ wording: 'LoRA', reason: 'thesaurus' }] });
  expect(conceptById(found, 'gptq').label).toBe('GPTQ');
});

test('papers: related concepts that are there are named', () => {
  const mine = thesaurus('mine', [entry('heart rhythm', { related: ['pacemaker'] }), entry('pacemaker')]);
  const found = conceptsOf([paper('A', 'Heart rhythm is irregular.'), paper('B', 'A pacemaker helps.')], { thesauri: [mine] });
  expect(conceptById(found, 'heart-rhythm').related?.map((index) => found.index.concepts[index]?.label)).toEqual(['pacemaker']);
});
