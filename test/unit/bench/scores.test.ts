import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../electron/engine/random.ts';
import { papersWithoutGold, readGold } from '../../bench/gold.ts';
import { agreementOf, agreementWithAreas, keyphraseF1, stemmedWords, type GoldPaper } from '../../bench/scores.ts';
import { sharedData, skippedWithout } from '../../support/shared-data.ts';

const paper = (id: string, title: string, abstract: string, keywords: string[], area = ''): GoldPaper => ({ id, title, abstract, keywords, area });
const PAPERS = [
  paper('a', 'Graph neural networks', 'We study message passing in large graphs.', ['graph neural network', 'Message Passing', 'scalability']),
  paper('b', 'T', 'U', []),
  paper('c', 'Kernels', 'A kernel method.', ['kernel methods']),
];
const PREDICTED = new Map([
  ['a', ['Graph Neural Networks', 'graph neural network', 'large graphs', 'messages passing']],
  ['c', ['kernel']],
]);

test('words are compared lower-case and stemmed, with inner hyphens, dashes and signs of languages kept', () => {
  expect(stemmedWords('Generalizations of C++ and C#')).toEqual(['gener', 'of', 'c++', 'and', 'c#']);
  expect(stemmedWords('state\u2010of\u2010the\u2010art, Porter\u2019s')).toEqual(['state-of-the-art', 'porter']);
  expect(stemmedWords('caresses ponies conditional electriciti adjustment rate controll')).toEqual(['caress', 'poni', 'condit', 'electr', 'adjust', 'rate', 'control']);
});

test('wordings that stem alike count once, so two of three phrases are right and F1 over both papers is a third', () => {
  for (const f1 of keyphraseF1(PAPERS, PREDICTED, { presentOnly: false, cuts: [5, 10] })) expect(f1).toBeCloseTo(100 / 3, 10);
});

test('with present phrases only, a keyword that the text lacks leaves the gold: F1 is 0.8 for one paper and 0 for the other', () => {
  expect(keyphraseF1(PAPERS, PREDICTED, { presentOnly: true, cuts: [5] })[0]).toBeCloseTo(40, 10);
  expect(keyphraseF1(PAPERS, PREDICTED, { presentOnly: true, cuts: [1] })[0]).toBeCloseTo((100 * 2 * 1 * 0.5) / 1.5 / 2, 10);
});

test('a paper without predictions scores nothing', () => {
  expect(keyphraseF1(PAPERS, new Map(), { presentOnly: false, cuts: [5] })).toEqual([0]);
});

test('ten things in three groups by each agree as scikit-learn says: AMI 0.4667, ARI 0.4604', () => {
  const { ami, ari } = agreementOf([0, 0, 0, 1, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, 2, 2, 2]);
  expect(ami).toBeCloseTo(0.4667, 4);
  expect(ari).toBeCloseTo(0.4604, 4);
});

test('the same partition agrees fully, one single group not at all', () => {
  const groups = [0, 0, 1, 1, 2, 2, 2];
  expect(agreementOf(groups, groups).ami).toBeCloseTo(1, 10);
  expect(agreementOf(groups, groups).ari).toBe(1);
  expect(agreementOf(groups, groups.map(() => 0)).ami).toBeCloseTo(0, 10);
  expect(agreementOf(groups, groups.map(() => 0)).ari).toBe(0);
});

test('papers without a topic count as groups of their own, papers without an area not at all', () => {
  const gold = [paper('a', '', '', [], 'x'), paper('b', '', '', [], 'x'), paper('c', '', '', [], 'y'), paper('d', '', '', [], '')];
  const groupOf = new Map([['a', null], ['c', 't1'], ['d', 't1']]);
  expect(agreementWithAreas(gold, groupOf)).toEqual(agreementOf([0, 0, 1], [0, 1, 2]));
});

const INSPEC = 'data/kp-inspec-dev.jsonl';
const AREAS = 'data/areas-aaai2021-22.jsonl';
const missing = [INSPEC, AREAS, 'data/score/keyphrases.py', 'data/score/clusters.py'].find((file) => !sharedData(file));
const skipped = missing ? skippedWithout(missing) : spawnSync('python3', ['--version']).status === 0 ? null : 'skipped: this machine has no python3';

/** What a scorer of the data folder prints for these predictions. */
function pythonScore(script: string, gold: string, predictions: object, ...options: string[]): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-scores-'));
  try {
    const file = join(folder, 'predictions.json');
    writeFileSync(file, JSON.stringify(predictions));
    const { stdout } = spawnSync('python3', [sharedData(`data/score/${script}`) ?? '', sharedData(gold) ?? '', file, '--json', ...options], { encoding: 'utf8' });
    return JSON.parse(stdout) as Record<string, number>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(skipped)(skipped ?? 'keyphrase scores are those of the Python scorer', () => {
  const gold = readGold(sharedData(INSPEC) ?? '');
  const predicted = new Map(gold.map(({ id, title, abstract, keywords }, place) => [id, [...keywords.slice(place % 3), title, ...abstract.split(/[,.]/).slice(0, 6)]]));
  for (const presentOnly of [false, true]) {
    const theirs = pythonScore('keyphrases.py', INSPEC, Object.fromEntries(predicted), ...(presentOnly ? ['--present-only'] : []));
    const [at5 = 0, at10 = 0] = keyphraseF1(gold, predicted, { presentOnly, cuts: [5, 10] });
    expect(at5).toBeCloseTo(theirs['F1@5'] ?? -1, 1);
    expect(at10).toBeCloseTo(theirs['F1@10'] ?? -1, 1);
  }
});

test.skipIf(skipped)(skipped ?? 'agreement with areas is that of the Python scorer', () => {
  const gold = readGold(sharedData(AREAS) ?? '');
  const random = seededRandom(1);
  const groups = new Map(gold.map(({ id, area }) => [id, random() < 0.02 ? null : random() < 0.5 ? area : String(Math.floor(random() * 30))]));
  const theirs = pythonScore('clusters.py', AREAS, Object.fromEntries(groups));
  const { ami, ari } = agreementWithAreas(gold, groups);
  expect(ami).toBeCloseTo(theirs['AMI'] ?? -1, 3);
  expect(ari).toBeCloseTo(theirs['ARI'] ?? -1, 3);
});

test('gold labels never reach the engine: the papers that are read carry no keywords and no area', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-gold-'));
  try {
    const file = join(folder, 'gold.jsonl');
    writeFileSync(file, `${JSON.stringify({ id: 'p1', title: 'Sparse networks of the brain', abstract: 'They are sparse.', keywords: ['leaked keyword'], area: 'leaked area' })}\n`);
    expect(readFileSync(file, 'utf8')).toContain('leaked');
    const papers = await papersWithoutGold(file);
    expect(papers).toHaveLength(1);
    expect(papers[0]?.id).toBe('p1');
    expect(JSON.stringify(papers)).not.toContain('leaked');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
