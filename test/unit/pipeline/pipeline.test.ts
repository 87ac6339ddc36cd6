import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { measureLayout } from '../../../electron/engine/layout/measure-layout.ts';
import { buildConcepts, buildMap, rebuildMap } from '../../../electron/engine/pipeline.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS, SIMILARITY_IDS } from '../../../shared/settings.ts';
import { mainTopics } from '../../../shared/topic-map.ts';
import { generatedPapers } from '../../bench/corpus.ts';
import { plantTopics } from '../../support/planted-index.ts';

function shuffled(papers: readonly Paper[], seed: number): Paper[] {
  const random = seededRandom(seed);
  return papers.map((paper) => ({ paper, key: random() })).sort((a, b) => a.key - b.key).map(({ paper }) => paper);
}

const planted = plantTopics({ topics: 6, papersPerTopic: 25, loners: 4 });
const built = buildMap(planted.papers, DEFAULT_MAP_SETTINGS, { index: planted.index }, UNWATCHED);

describe('buildMap', () => {
  it('gives the same bytes twice and in any order of papers, from the texts on', () => {
    const papers = generatedPapers(150);
    const [first, again, turned] = [papers, papers, shuffled(papers, 7)].map((input) => JSON.stringify(buildMap(input, DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map));
    expect(again).toBe(first);
    expect(turned).toBe(first);
  });

  it('puts every paper into a topic or leaves it plainly unlinked', () => {
    const { papers, links, topics } = built.map;
    const linked = new Set(links.flatMap(({ source, target }) => [source, target]));
    const topicIds = new Set(topics.map(({ id }) => id));
    for (const { id, topic, confidence } of papers) {
      expect(topic !== null).toBe(linked.has(id));
      expect(topic === null ? confidence === 0 : topicIds.has(topic)).toBe(true);
    }
    expect(papers.filter(({ topic }) => topic === null)).toHaveLength(4);
    expect(built.map.quality['unlinked']).toBe(4);
    expect(built.map.notices).toEqual([{ code: 'papers.unlinked', message: '4 papers share no concept with any other, so they are linked to none and in no topic.' }]);
  });

  it('refers only to papers, concepts and topics that are on the map', () => {
    const { papers, concepts, topics, links } = built.map;
    const paperIds = new Set(papers.map(({ id }) => id));
    const conceptIds = new Set(concepts.map(({ id }) => id));
    expect(links.every(({ source, target }) => source < target && paperIds.has(source) && paperIds.has(target))).toBe(true);
    expect([...papers.flatMap((paper) => paper.concepts), ...links.flatMap((link) => link.concepts)].every(({ id }) => conceptIds.has(id))).toBe(true);
    expect(topics.flatMap((topic) => topic.concepts).every((id) => conceptIds.has(id))).toBe(true);
    expect(topics.map(({ id }) => id)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6']);
    expect(topics.reduce((sum, topic) => sum + topic.papers, 0)).toBe(150);
  });

  it('lists with each link the shares of its concepts, which both papers list too and which add up to 1', () => {
    const concepts = new Map(built.map.papers.map((paper) => [paper.id, new Set(paper.concepts.map(({ id }) => id))]));
    for (const link of built.map.links) {
      expect(link.concepts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
      for (const { id, near = id } of link.concepts) expect(concepts.get(link.source)?.has(id) && concepts.get(link.target)?.has(near)).toBe(true);
    }
  });

  it('lays the map out without overlaps and with neighbours of one topic', () => {
    expect(measureLayout(built.map)).toMatchObject({ overlaps: 0 });
    expect(measureLayout(built.map).sameTopicNearby).toBeGreaterThan(0.9);
  });

  it('reports each stage in order, and how long it took', () => {
    const stages: string[] = [];
    const watch = { check: () => undefined, progress: ({ stage, label }: { stage: string; label: string }) => void stages.push(`${stage}: ${label}`) };
    const { timings } = buildMap(generatedPapers(30), DEFAULT_MAP_SETTINGS, {}, watch);
    const order = [...new Set(stages.map((entry) => entry.split(':')[0]))];
    expect(order).toEqual(['concepts', 'graph', 'topics', 'layout']);
    expect(stages).toContain('topics: Grouping into topics');
    expect(Object.keys(timings)).toEqual(['concepts', 'graph', 'topics', 'layout']);
  });

  it('stops in any stage when the run is cancelled', () => {
    for (const stage of ['concepts', 'graph', 'topics', 'layout']) {
      let now = '';
      const watch = {
        progress: (progress: { stage: string }) => void (now = progress.stage),
        check: () => {
          if (now === stage) throw new AtlasError('call.cancelled');
        },
      };
      expect(() => buildMap(generatedPapers(30), DEFAULT_MAP_SETTINGS, {}, watch), stage).toThrow('Cancelled');
    }
  });

  it('makes a map of no papers, and of one', () => {
    expect(buildMap([], DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map).toMatchObject({ papers: [], links: [], topics: [] });
    expect(buildMap(generatedPapers(1), DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map.papers[0]).toMatchObject({ topic: null, x: 0, y: 0 });
  });

  it('leaves papers and concepts where they were when others join them', () => {
    const half = planted.papers.filter((_, place) => place % 3 !== 0);
    const before = buildMap(half, DEFAULT_MAP_SETTINGS, {}, UNWATCHED).map;
    const previous = new Map([...before.papers, ...before.concepts].map(({ id, x, y }) => [id, { x, y }]));
    const after = buildMap(planted.papers, DEFAULT_MAP_SETTINGS, { index: planted.index, previous }, UNWATCHED).map;
    for (const { id, x, y } of [...after.papers, ...after.concepts]) if (previous.has(id)) expect({ x, y }).toEqual(previous.get(id));
    expect(measureLayout(after).overlaps).toBe(0);
  });
});

describe('rebuildMap', () => {
  it('runs only the stages after the changed setting, and leaves everything in its place', () => {
    const finer = rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, resolution: 4 }, {}, UNWATCHED);
    expect(Object.keys(finer.timings)).toEqual(['topics', 'layout']);
    expect(finer.map.topics.length).toBeGreaterThan(built.map.topics.length);
    expect(finer.map.papers.map(({ x, y }) => [x, y])).toEqual(built.map.papers.map(({ x, y }) => [x, y]));
    const fewer = rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, linksPerPaper: 2 }, {}, UNWATCHED);
    expect(Object.keys(fewer.timings)).toEqual(['graph', 'topics', 'layout']);
    expect(fewer.map.links.length).toBeLessThan(built.map.links.length);
  });

  it('links by the similarity that is chosen, and tells its reasons by it', () => {
    const weights = SIMILARITY_IDS.map((similarity) => {
      const { links } = rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, similarity }, {}, UNWATCHED).map;
      for (const { weight, concepts } of links) {
        expect(weight > 0 && weight <= 1).toBe(true);
        expect(concepts.length).toBeGreaterThan(0);
      }
      return links[0]?.weight;
    });
    expect(new Set(weights).size).toBe(SIMILARITY_IDS.length);
  });

  it('keeps fewer links with the mutual ones, all of them among the strongest', () => {
    const keys = ({ map }: typeof built) => map.links.map(({ source, target }) => `${source} ${target}`);
    const strongest = new Set(keys(built));
    const mutual = keys(rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, sparsifier: 'mutual' }, {}, UNWATCHED));
    expect(mutual.length).toBeLessThan(strongest.size);
    expect(mutual.every((key) => strongest.has(key))).toBe(true);
    expect(rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, sparsifier: 'disparity' }, {}, UNWATCHED).map.links.length).toBeLessThan(strongest.size);
  });

  it('keeps id, colour and name of a topic that stays, and gives new ones what is free', () => {
    const finer = rebuildMap(built, { ...DEFAULT_MAP_SETTINGS, resolution: 4 }, {}, UNWATCHED);
    const colours = mainTopics(finer.map).map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(colours.length);
    for (const before of mainTopics(built.map)) {
      const members = built.map.papers.filter(({ topic }) => topic === before.id).map(({ id }) => id);
      const after = Map.groupBy(finer.map.papers.filter(({ id }) => members.includes(id)), ({ topic }) => topic);
      const largest = [...after].sort(([, a], [, b]) => b.length - a.length)[0];
      expect(largest?.[0]).toBe(before.id);
      expect(finer.map.topics.find(({ id }) => id === before.id)?.colour).toBe(before.colour);
    }
    const back = rebuildMap(finer, DEFAULT_MAP_SETTINGS, {}, UNWATCHED);
    expect(mainTopics(back.map)).toEqual(mainTopics(built.map));
  });

  it('gives the map that buildMap gives where positions are let go', () => {
    const settings = { ...DEFAULT_MAP_SETTINGS, resolution: 2, seed: 5 };
    const fresh = buildMap(planted.papers, settings, { index: planted.index }, UNWATCHED);
    expect(JSON.stringify(rebuildMap(built, settings, { previous: null }, UNWATCHED).map)).toBe(JSON.stringify(fresh.map));
  });
});

describe('buildConcepts', () => {
  it('gives rows in the order of ids, whatever the order of papers', () => {
    const papers = shuffled(generatedPapers(20), 3);
    expect(buildConcepts(papers, {}, UNWATCHED).papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id).sort());
  });
});
