import { seededRandom } from '../../electron/engine/random.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';
import type { MapConcept, MapLink, MapPaper, MapTopic, TopicMap } from '../../shared/topic-map.ts';

const WORDS = 'sparse adaptive low-rank quantized robust neural efficient scalable structured latent causal spectral deep federated contrastive generative'.split(' ');
const THINGS = 'networks transformers models adapters pruning training inference alignment retrieval attention optimization distillation initialization embeddings kernels diffusion'.split(' ');
const ENDS = ['without retraining', 'at scale', 'for large language models', 'from a single example', 'under distribution shift', 'by matching gradients', 'in the wild', 'with provable guarantees'];
const LINKS_PER_PAPER = 8;
/** Neighbours are sought among so many papers before and after in the list: most of a topic. */
const NEAR_IN_LIST = 120;
const CONCEPTS_PER_TOPIC = 14;
/** Map units between neighbouring papers: a disc and a half. */
const SPACING = 15;

/** Discs, largest first, each pulled to the middle until it touches those placed before. */
function packDiscs(radii: readonly number[]): { x: number; y: number }[] {
  const placed: { x: number; y: number; radius: number }[] = [];
  for (const radius of radii) {
    let best = { x: 0, y: 0, radius };
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let step = 0; step < 96; step++) {
      const angle = (step / 96) * 2 * Math.PI;
      for (let distance = 0; distance < bestDistance; distance += SPACING) {
        const x = Math.cos(angle) * distance * 1.3;
        const y = Math.sin(angle) * distance;
        if (placed.some((other) => Math.hypot(other.x - x, other.y - y) < other.radius + radius + 2 * SPACING)) continue;
        best = { x, y, radius };
        bestDistance = distance;
        break;
      }
    }
    placed.push(best);
  }
  return placed;
}

/**
 * A map with planted topics for looking at and measuring the drawing: papers in a disc of each topic, linked to eight near them.
 * Same count and seed, same map.
 */
export function plantedMap(paperCount: number, seed = 1): TopicMap {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const topicCount = Math.max(5, Math.round(Math.sqrt(paperCount) / 2.6));
  const shares = Array.from({ length: topicCount }, (_, index) => 1 / (index + 3));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const sizes = shares.map((share) => Math.max(3, Math.round((share / total) * paperCount)));
  sizes[0] = (sizes[0] ?? 0) + paperCount - sizes.reduce((sum, size) => sum + size, 0);
  const centres = packDiscs(sizes.map((size) => SPACING * 0.62 * Math.sqrt(size)));
  const concepts: MapConcept[] = [];
  const topics: MapTopic[] = sizes.map((size, index) => {
    const own = Array.from({ length: CONCEPTS_PER_TOPIC }, (_, place) => `c${index}-${place}`);
    for (const [place, id] of own.entries()) {
      const angle = place * 2.4;
      const distance = SPACING * 0.62 * Math.sqrt((size * (place + 0.5)) / CONCEPTS_PER_TOPIC);
      concepts.push({
        id,
        label: `${pick(WORDS)} ${pick(THINGS)}`,
        aliases: [],
        papers: Math.max(2, Math.round((size / (place + 2)) * (0.6 + random()))),
        topic: `t${index}`,
        x: (centres[index]?.x ?? 0) + Math.cos(angle) * distance,
        y: (centres[index]?.y ?? 0) + Math.sin(angle) * distance,
      });
    }
    return { id: `t${index}`, label: `${pick(WORDS)} ${pick(THINGS)} · ${pick(THINGS)}`, concepts: own, papers: size };
  });
  const papers: MapPaper[] = [];
  for (const [topic, size] of sizes.entries()) {
    for (let place = 0; place < size; place++) {
      const angle = place * Math.PI * (3 - Math.sqrt(5));
      const distance = SPACING * 0.62 * Math.sqrt(place + 0.5);
      papers.push({
        id: `p${String(papers.length).padStart(5, '0')}`,
        title: `${capital(pick(WORDS))} ${pick(THINGS)} and ${pick(WORDS)} ${pick(THINGS)} ${pick(ENDS)}`,
        year: 2015 + Math.floor(random() * 10),
        topic: papers.length % 61 === 60 ? null : `t${topic}`,
        confidence: 0.9,
        x: Math.round(((centres[topic]?.x ?? 0) + Math.cos(angle) * distance + (random() - 0.5) * 4) * 100) / 100,
        y: Math.round(((centres[topic]?.y ?? 0) + Math.sin(angle) * distance + (random() - 0.5) * 4) * 100) / 100,
        concepts: Array.from({ length: 5 }, (_, rank) => ({ id: `c${topic}-${(place + rank * rank) % CONCEPTS_PER_TOPIC}`, weight: 1 - rank / 6 })),
      });
    }
  }
  return {
    format: 'concept-atlas/topic-map',
    version: 1,
    parameters: { ...DEFAULT_MAP_SETTINGS, seed },
    papers,
    concepts,
    topics: topics.map((topic) => ({ ...topic, papers: papers.filter((paper) => paper.topic === topic.id).length })),
    links: linksOf(papers, random),
    quality: { modularity: 0.7, stability: 1, coverage: 1 },
    notices: [],
  };
}

function linksOf(papers: readonly MapPaper[], random: () => number): MapLink[] {
  const links = new Map<string, MapLink>();
  for (const [index, paper] of papers.entries()) {
    const near = papers
      .slice(Math.max(0, index - NEAR_IN_LIST), index + NEAR_IN_LIST)
      .map((other) => ({ other, distance: Math.hypot(other.x - paper.x, other.y - paper.y) * (0.4 + random() * 1.6) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(1, LINKS_PER_PAPER);
    const far = papers[Math.floor(random() * papers.length)];
    if (far) near.push({ other: far, distance: 200 });
    for (const { other, distance } of near) {
      if (other === paper) continue;
      const [source, target] = paper.id < other.id ? [paper.id, other.id] : [other.id, paper.id];
      const shared = paper.concepts[0]?.id ?? '';
      links.set(`${source} ${target}`, { source, target, weight: Math.round(1000 / (1 + distance / 20)) / 1000, concepts: [{ id: shared, share: 1 }] });
    }
  }
  return [...links.values()];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
