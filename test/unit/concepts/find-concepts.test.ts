import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findConcepts } from '../../../electron/engine/concepts/find-concepts.ts';
import type { Thesaurus } from '../../../electron/engine/concepts/thesaurus.ts';
import { fieldText } from '../../../electron/engine/library/sentences.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { FIELDS, type Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import { sharedData, skippedWithout } from '../../support/shared-data.ts';
import { conceptById, conceptsIn, conceptsOf, labelsIn, mentionsOf, paper } from './papers.ts';

function sampleOf(name: string, count: number): Paper[] | null {
  const path = sharedData(name);
  if (!path) return null;
  const bytes = readFileSync(path);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trim().split('\n').slice(0, count).map((line) => {
    const { id, title, abstract } = JSON.parse(line) as { id: string; title: string; abstract: string };
    return paper(title, abstract, { id });
  });
}

const scale = 'data/scale-10k.jsonl.gz';
const arxiv = sampleOf(scale, 400);

const reasonsOf = (found: ReturnType<typeof conceptsOf>, id: string): Record<string, string> => Object.fromEntries(conceptById(found, id).joins.map(({ wording, reason }) => [wording, reason]));

describe('acronyms', () => {
  const found = conceptsOf([
    paper('Learning in order', 'We study curriculum learning (CL). CL shows easy examples first. We find that CL helps.'),
    paper('Learning without forgetting', 'Forgetting harms continual learning (CL). We find that CL needs memory.'),
    paper('On CL', 'We run CL on images. It is fast.'),
  ]);

  test('CL is curriculum learning in the paper that says so, and continual learning in the other', () => {
    expect(mentionsOf(found, 'Learning in order', 'curriculum-learning').map(({ text }) => text)).toEqual(['curriculum learning', 'CL', 'CL', 'CL']);
    expect(mentionsOf(found, 'Learning without forgetting', 'continual-learning').map(({ text }) => text)).toEqual(['continual learning', 'CL', 'CL']);
    expect(labelsIn(found, 'Learning in order')).not.toContain('continual learning');
  });

  test('CL stands for itself in a paper that defines nothing, since the others disagree', () => {
    expect(mentionsOf(found, 'On CL', 'cl').map(({ text }) => text)).toEqual(['CL', 'CL']);
  });

  test('an acronym that is defined elsewhere, and only one way, is taken over', () => {
    const one = conceptsOf([
      paper('A', 'A graph neural network (GNN) passes messages.'),
      paper('B', 'We train GNNs on molecules.'),
    ]);
    expect(mentionsOf(one, 'B', 'graph-neural-network').map(({ text }) => text)).toEqual(['GNNs']);
    expect(reasonsOf(one, 'graph-neural-network')).toMatchObject({ GNN: 'acronym', GNNs: 'acronym' });
  });

  test('two letters that one paper defines are not taken over by others', () => {
    const one = conceptsOf([paper('A', 'Message passing (MP) is slow.'), paper('B', 'We use MP here.')]);
    expect(mentionsOf(one, 'B', 'message-passing')).toEqual([]);
  });

  test('LoRA defined as low-rank adaptation is one concept with it, also inside longer terms', () => {
    const lora = conceptsOf([
      paper('Tuning', 'We improve low-rank adaptation (LoRA). The rank of LoRA matters.'),
      paper('More tuning', 'We compare LoRA with low-rank adaptation of features. Low-rank adaptation is cheap.'),
    ]);
    expect(conceptById(lora, 'low-rank-adaptation')).toMatchObject({ label: 'low-rank adaptation', papers: 2 });
    expect(reasonsOf(lora, 'low-rank-adaptation')).toMatchObject({ LoRA: 'acronym' });
  });

  test('an acronym and the word with the same letters are two concepts: CLIP and clip', () => {
    const clip = conceptsOf([
      paper('A', 'We tune CLIP for video. The CLIP model is large. A video clip is short. The clip has sound. Each clip is cut.'),
      paper('B', 'CLIP is strong. One clip is long. The first clip wins.'),
    ]);
    expect(mentionsOf(clip, 'B').filter(({ text }) => text === 'CLIP').map(({ id }) => id)).not.toEqual(mentionsOf(clip, 'B').filter(({ text }) => text === 'clip').map(({ id }) => id));
  });

  test('an acronym that nobody defines keeps its capitals: GPTQ', () => {
    expect(conceptById(conceptsOf([paper('Rounding with GPTQ', 'We extend GPTQ. The cost of GPTQ is small.')]), 'gptq').label).toBe('GPTQ');
  });
});

describe('wordings of one concept', () => {
  test('LLM, LLMs, large language models and Large Language Model are one, labelled by the words', () => {
    const found = conceptsOf([
      paper('Large Language Models Reason', 'Large language models (LLMs) reason. An LLM writes. A large language model reads.'),
      paper('B', 'We test LLMs.'),
      paper('C', 'The LLM fails.'),
    ]);
    expect(conceptById(found, 'large-language-model')).toMatchObject({ label: 'large language models', papers: 3 });
    expect(reasonsOf(found, 'large-language-model')).toMatchObject({ LLM: 'acronym', LLMs: 'acronym', 'large language model': 'inflection' });
  });

  test('fine-tuning, finetuning and fine tuning are one, joined by hyphen', () => {
    const found = conceptsOf([
      paper('A', 'We study fine-tuning of networks. After fine-tuning, accuracy is higher.'),
      paper('B', 'We avoid finetuning.'),
      paper('C', 'The fine tuning of models.'),
    ]);
    expect(conceptById(found, 'fine-tuning')).toMatchObject({ label: 'fine-tuning', papers: 3 });
    expect(reasonsOf(found, 'fine-tuning')).toEqual({ finetuning: 'hyphen', 'fine tuning': 'hyphen' });
  });

  test('quantisation and quantization are one, joined by spelling', () => {
    const found = conceptsOf([paper('A', 'The quantization of weights. Quantization is lossy. We avoid quantization.'), paper('B', 'We study vector quantisation and quantisation.')]);
    expect(reasonsOf(found, 'quantization')).toEqual({ quantisation: 'spelling' });
    expect(conceptById(found, 'quantization').papers).toBe(2);
  });

  test('"generation of images" counts as image generation where the collection says so', () => {
    const found = conceptsOf([paper('A', 'We study image generation.'), paper('B', 'The generation of images is slow.')]);
    expect(mentionsOf(found, 'B', 'image-generation').map(({ text }) => text)).toEqual(['generation of images']);
    expect(reasonsOf(found, 'image-generation')).toEqual({ 'generation of images': 'order' });
  });

  test.each([
    ['data pruning', 'network pruning'],
    ['dataset distillation', 'knowledge distillation'],
    ['statistical sparsity', 'sparse network'],
    ['CIFAR-10', 'CIFAR-100'],
  ])('%s is not %s', (one, other) => {
    const found = conceptsOf([paper('A', `We study ${one}.`), paper('B', `We study ${other}.`)]);
    const ids = (title: string) => conceptsIn(found, title).map(({ id }) => id);
    expect(ids('A').filter((id) => ids('B').includes(id))).toEqual([]);
    expect(labelsIn(found, 'A')).toContain(one);
    expect(labelsIn(found, 'B')).toContain(other);
  });

  test('title case is lowered, names keep their capital', () => {
    const found = conceptsOf([
      paper('Weight Initialization for Gaussian Processes', 'We study weight initialization. A Gaussian process is smooth. Then a Gaussian kernel is used.'),
    ]);
    expect(labelsIn(found, 'Weight Initialization for Gaussian Processes')).toEqual(expect.arrayContaining(['weight initialization']));
    expect(labelsIn(found, 'Weight Initialization for Gaussian Processes').some((label) => label.startsWith('Gaussian process'))).toBe(true);
  });
});

describe('what is no concept', () => {
  const label = 'Extensive experiments show that the proposed method achieves state-of-the-art performance';

  test('boilerplate of abstracts gives nothing', () => {
    const found = conceptsOf(['A', 'B', 'C', 'D'].map((id) => paper(`Paper ${id}`, `${label}. In recent years, this problem has received much attention. In this paper, we present a novel approach. The results are promising.`, { id })));
    expect(found.index.concepts.map((concept) => concept.label)).toEqual([]);
  });

  test('generic words in front are left out of a concept', () => {
    const found = conceptsOf([paper('A', 'We propose a novel effective graph kernel and several different proposed spectral filters.')]);
    expect(labelsIn(found, 'A').sort(compareText)).toEqual(['graph kernel', 'spectral filters']);
  });

  test('cited authors, years, numbers and addresses give nothing', () => {
    const found = conceptsOf([paper('A', 'See (Frankle & Carbin, 2019) and Smith et al. 2003 at https://github.com/some/where with 95.3% of 1,024.')]);
    expect(found.index.concepts).toEqual([]);
  });
});

describe('keywords and thesauri', () => {
  const thesaurus: Thesaurus = {
    name: 'medicine',
    entries: [
      { id: 'mi', label: 'myocardial infarction', aliases: ['heart attack', 'cardiac arrest of blood'], ambiguous: ['MI'], broader: ['hd'], related: [] },
      { id: 'hd', label: 'heart disease', aliases: [], ambiguous: [], broader: [], related: [] },
    ],
  };

  test('a keyword that the paper gives is a concept of it, with its place among the keywords', () => {
    const found = conceptsOf([paper('A', 'We look at plants.', { keywords: ['botany', 'chloroplast genome'] })]);
    expect(labelsIn(found, 'A')).toEqual(expect.arrayContaining(['botany', 'chloroplast genome']));
    expect(mentionsOf(found, 'A', 'chloroplast-genome')).toEqual([{ id: 'chloroplast-genome', field: 'keywords', text: 'chloroplast genome' }]);
  });

  test('an alias of a thesaurus joins papers, and broader concepts that are there are named', () => {
    const found = conceptsOf([
      paper('A', 'A heart attack is sudden.'), paper('B', 'After myocardial infarction, patients rest.'), paper('C', 'Heart disease is common.'),
    ], { thesauri: [thesaurus] });
    const infarction = conceptById(found, 'myocardial-infarction');
    expect(infarction).toMatchObject({ label: 'myocardial infarction', papers: 2 });
    expect(infarction.aliases).toEqual(['heart attack', 'cardiac arrest of blood']);
    expect(infarction.broader.map((index) => found.index.concepts[index]?.id)).toEqual(['heart-disease']);
    expect(reasonsOf(found, 'myocardial-infarction')).toEqual({ 'heart attack': 'thesaurus' });
  });

  test('an ambiguous label counts only where the paper defines it', () => {
    const found = conceptsOf([paper('A', 'We measure MI in cells.'), paper('B', 'Myocardial infarction (MI) is sudden. MI hurts.')], { thesauri: [thesaurus] });
    expect(mentionsOf(found, 'A', 'myocardial-infarction')).toEqual([]);
    expect(mentionsOf(found, 'B', 'myocardial-infarction').map(({ text }) => text)).toEqual(['Myocardial infarction', 'MI', 'MI']);
  });

  test('the built-in thesaurus knows that LoRA is parameter-efficient fine-tuning', () => {
    const found = conceptsOf([paper('A', 'We use LoRA.'), paper('B', 'PEFT is cheap.')], { builtInThesaurus: true });
    const broader = conceptById(found, 'low-rank-adaptation').broader.map((index) => found.index.concepts[index]?.id);
    expect(broader).toEqual(['parameter-efficient-fine-tuning']);
  });
});

describe('the index', () => {
  test('no papers give no concepts', () => {
    const { index } = conceptsOf([]);
    expect(index.concepts).toEqual([]);
    expect([...index.paperConcepts.offsets]).toEqual([0]);
    expect([...index.mentions.offsets]).toEqual([0]);
  });

  test('empty abstracts, other languages, titles in capitals and formulas do no harm', () => {
    const found = conceptsOf([
      paper('Empty'),
      paper('ROBUST KALMAN FILTERING OF NONLINEAR SYSTEMS'),
      paper('Sur les équations', 'Nous étudions les équations différentielles stochastiques et nous montrons que la solution de cette équation est unique dans un espace de Banach sous des hypothèses très faibles sur les coefficients.'),
      paper('数学', '本文研究了一类非线性方程的解的存在性。'),
      paper('How?', 'Let $f(x) = \\sum_{i=1}^{n} a_i x^i$ with $$\\int_0^1 f = 1$$ and x_i ∈ ℝ, α_j ≤ 2^k; then \\frac{a}{b} = c.'),
      paper('Broken', 'An open $formula and (bracket. \ud800 lone surrogate'),
    ]);
    expect(labelsIn(found, 'Empty')).toEqual([]);
    expect(labelsIn(found, 'Sur les équations')).toEqual(['équations']);
    expect(labelsIn(found, 'How?')).toEqual([]);
    expect(labelsIn(found, 'ROBUST KALMAN FILTERING OF NONLINEAR SYSTEMS')).toContain('nonlinear systems');
  });

  test('a run is stopped by its watch', () => {
    const stop = () => {
      throw new AtlasError('call.cancelled');
    };
    expect(() => findConcepts([paper('A')], {}, { progress: () => undefined, check: stop })).toThrow('Cancelled');
  });

  test.skipIf(!arxiv)(`every mention is where it says, every row is ranked by probability (${arxiv ? '400 papers' : skippedWithout(scale)})`, () => {
    const { papers, index } = conceptsOf(arxiv ?? []);
    const { offsets, concept, field, start, end } = index.mentions;
    const rows = index.paperConcepts;
    const mentioned = new Uint32Array(index.concepts.length);
    for (const [row, source] of papers.entries()) {
      const own = new Set(rows.indices.subarray(rows.offsets[row], rows.offsets[row + 1]));
      for (const id of own) mentioned[id] = (mentioned[id] ?? 0) + 1;
      const values = rows.values.subarray(rows.offsets[row], rows.offsets[row + 1]);
      expect([...values]).toEqual([...values].sort((a, b) => b - a));
      expect(values.every((value) => value > 0 && value < 1)).toBe(true);
      const seen = new Set<number>();
      let before = -1;
      for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
        const id = concept[at] as number;
        seen.add(id);
        const text = fieldText(source, FIELDS[field[at] as number] as (typeof FIELDS)[number]).slice(start[at], end[at]);
        expect(text).toMatch(/^[\p{L}\p{N}_].*$/su);
        expect(text.trim()).toBe(text);
        const place = (field[at] as number) * 1e6 + (start[at] as number);
        expect(place).toBeGreaterThanOrEqual(before);
        before = place;
      }
      expect([...seen].sort((a, b) => a - b)).toEqual([...own].sort((a, b) => a - b));
    }
    expect(index.concepts.map(({ papers: count }) => count)).toEqual([...mentioned]);
    expect(new Set(index.concepts.map(({ id }) => id)).size).toBe(index.concepts.length);
  });

  test.skipIf(!arxiv)('the same papers give the same index, whatever order they came in', () => {
    const random = seededRandom(3);
    const shuffled = [...(arxiv ?? [])].map((source) => ({ source, key: random() })).sort((a, b) => a.key - b.key).map(({ source }) => source);
    expect(conceptsOf(shuffled, { builtInThesaurus: true }).index).toEqual(conceptsOf(arxiv ?? [], { builtInThesaurus: true }).index);
  });
});
