import { seededRandom } from '../../electron/engine/random.ts';
import type { Paper } from '../../shared/paper.ts';

const HEADS = ['network', 'model', 'estimation', 'inference', 'transfer', 'search', 'sampling', 'alignment', 'retrieval', 'control', 'dynamics', 'geometry'];
const MODIFIERS = ['sparse', 'neural', 'causal', 'graph', 'quantum', 'spectral', 'stochastic', 'convex', 'bayesian', 'latent', 'modular', 'recurrent', 'thermal', 'optical', 'protein', 'stellar'];
const VERBS = ['improves', 'explains', 'limits', 'replaces', 'supports', 'measures'];
const CONCEPTS_PER_FIELD = 12;

/**
 * A generated collection for machines without real data: `count` papers in planted fields, each field with two-word
 * concepts of its own. Same seed, same papers.
 */
export function generatedPapers(count: number, seed = 1): Paper[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const fields = Array.from({ length: Math.max(4, Math.round(Math.sqrt(count) / 4)) }, () => Array.from({ length: CONCEPTS_PER_FIELD }, () => `${pick(MODIFIERS)} ${pick(HEADS)}`));
  return Array.from({ length: count }, (_, position): Paper => {
    const field = pick(fields);
    const sentence = () => `We show that ${pick(field)} ${pick(VERBS)} ${pick(field)} when ${pick(random() < 0.9 ? field : pick(fields))} is given.`;
    const number = String(position).padStart(7, '0');
    return {
      id: `generated-${number}`,
      title: `${pick(field)} for ${pick(field)} (${number})`,
      abstract: Array.from({ length: 7 }, sentence).join(' '),
      year: 2000 + (position % 25),
      authors: [],
      venue: null,
      doi: null,
      arxiv: null,
      url: null,
      keywords: [],
      citations: null,
      source: { file: 'generated', line: position + 1, format: 'jsonl' },
    };
  });
}
