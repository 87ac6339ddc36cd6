import type { TopicMap } from '../../shared/topic-map.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';

/** A map of five papers in two topics, one of them unlinked: small enough to check by hand. */
export function tinyMap(): TopicMap {
  const paper = (id: string, title: string, topic: string | null, x: number, y: number, concepts: string[]) => ({
    id,
    title,
    year: 2024,
    url: `https://example.org/${id}?a=1&b=2`,
    topic,
    confidence: topic ? 0.9 : 0,
    x,
    y,
    concepts: concepts.map((concept, position) => ({ id: concept, weight: 1 - position / 4 })),
  });
  return {
    format: 'concept-atlas/topic-map',
    version: 1,
    parameters: DEFAULT_MAP_SETTINGS,
    papers: [
      paper('p1', 'Low-rank adapters & their initialization', 't1', -80, -10, ['lora', 'initialization']),
      paper('p2', 'A <second> paper about "LoRA"', 't1', -60, 20, ['lora']),
      paper('p3', 'Pruning without retraining', 't2', 70, 0, ['pruning', 'initialization']),
      paper('p4', 'Sparse training from scratch', 't2', 90, 25, ['pruning']),
      paper('p5', 'Something else entirely', null, 0, 90, []),
    ],
    concepts: [
      { id: 'initialization', label: 'weight initialization', aliases: ['initialisation'], papers: 2, topic: 't1', x: -5, y: -5 },
      { id: 'lora', label: 'LoRA', aliases: ['low-rank adaptation'], papers: 2, topic: 't1', x: -70, y: 5 },
      { id: 'pruning', label: 'pruning', aliases: [], papers: 2, topic: 't2', x: 80, y: 12 },
    ],
    topics: [
      { id: 't1', label: 'LoRA · initialization', concepts: ['lora', 'initialization'], papers: 2 },
      { id: 't2', label: 'Pruning · sparsity', concepts: ['pruning'], papers: 2 },
    ],
    links: [
      { source: 'p1', target: 'p2', weight: 0.8, concepts: [{ id: 'lora', share: 1 }] },
      { source: 'p1', target: 'p3', weight: 0.3, concepts: [{ id: 'initialization', share: 1 }] },
      { source: 'p3', target: 'p4', weight: 0.7, concepts: [{ id: 'pruning', share: 1 }] },
    ],
    quality: { modularity: 0.4, stability: 1, coverage: 0.8 },
    notices: [],
  };
}
