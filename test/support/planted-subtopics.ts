import type { TopicMap } from '../../shared/topic-map.ts';

/** The sub-topics that are planted. */
export const SUBTOPICS = [
  { id: 'part-a', label: 'Northern part' },
  { id: 'part-b', label: 'Eastern part' },
  { id: 'part-c', label: 'Western part' },
];

/** A map with the papers of one of its topics in three sectors around their middle, each a sub-topic. */
export function withSubtopics(whole: TopicMap, topic: string): TopicMap {
  const own = whole.papers.filter((paper) => paper.topic === topic);
  const middle = { x: own.reduce((sum, { x }) => sum + x, 0) / own.length, y: own.reduce((sum, { y }) => sum + y, 0) / own.length };
  const sector = ({ x, y }: { x: number; y: number }) => Math.min(2, Math.floor(((Math.atan2(y - middle.y, x - middle.x) + Math.PI) / (2 * Math.PI)) * 3));
  const papers = whole.papers.map((paper) => (paper.topic === topic ? { ...paper, subtopic: SUBTOPICS[sector(paper)]!.id } : paper));
  const parts = SUBTOPICS.map(({ id, label }) => ({ id, label, concepts: [], parent: topic, papers: papers.filter(({ subtopic }) => subtopic === id).length }));
  return { ...whole, papers, topics: [...whole.topics, ...parts] };
}
