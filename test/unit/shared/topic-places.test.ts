import { describe, expect, test } from 'vitest';
import { contrastOf, mixed } from '../../../shared/colour.ts';
import { KINDS_OF_VISION, leastDistance, seenWith } from '../../../shared/colour-vision.ts';
import { MAP_COLOURS, PALETTE_SIZE, topicColour, topicInk } from '../../../shared/palette.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { topicPlaces } from '../../../shared/topic-places.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const THEMES = ['light', 'dark'] as const;
const PLACES = Array.from({ length: PALETTE_SIZE }, (_, place) => place);

/** A map of topics in a row, each of three papers, with these wishes for places in the palette. */
function row(wishes: number[]): TopicMap {
  const papers = wishes.flatMap((_, topic) => [0, 1, 2].map((place) => ({ id: `p${topic}-${place}`, title: '', topic: `t${topic}`, confidence: 1, x: topic * 100 + place * 10, y: place * 5, concepts: [] })));
  return { ...tinyMap(), papers, topics: wishes.map((colour, topic) => ({ id: `t${topic}`, label: `Topic ${topic}`, concepts: [], papers: 3, colour })) };
}

describe('the simulation of colour blindness', () => {
  test('leaves greys as they are and takes red and green together', () => {
    for (const vision of KINDS_OF_VISION) expect(leastDistance(seenWith(vision, '#808080'), '#808080')).toBeLessThan(0.01);
    expect(leastDistance('#c04000', '#707000')).toBeLessThan(leastDistance('#0050c0', '#707000'));
  });
});

describe('the palette', () => {
  test('has 36 colours, of which each stands out from the ground and none is another', () => {
    expect(PALETTE_SIZE).toBe(36);
    for (const theme of THEMES) {
      expect(new Set(PLACES.map((place) => topicColour(place, theme))).size).toBe(PALETTE_SIZE);
      for (const place of PLACES) expect(contrastOf(topicColour(place, theme), MAP_COLOURS[theme].ground)).toBeGreaterThan(2.2);
    }
  });

  test('names in the colours of topics read well, on the ground and on a bubble', () => {
    for (const theme of THEMES) {
      for (const place of PLACES) {
        const bubble = mixed(MAP_COLOURS[theme].ground, topicColour(place, theme), theme === 'light' ? 0.17 : 0.24);
        for (const ground of [MAP_COLOURS[theme].ground, bubble]) expect(contrastOf(topicInk(place, theme), ground)).toBeGreaterThan(4.5);
      }
    }
  });
});

describe('places of topics', () => {
  test('are those that topics bring, as long as no neighbour looks alike', () => {
    expect([...topicPlaces(row([0, 1, 6])).values()]).toEqual([0, 1, 6]);
  });

  test('a topic that outgrows another takes no colour from it', () => {
    const alike = PLACES.slice(1).find((place) => leastDistance(topicColour(0, 'light'), topicColour(place, 'light')) < 0.04)!;
    const map = row([0, alike]);
    const before = topicPlaces(map);
    const grown = { ...map, topics: map.topics.map((topic) => (topic.id === 't1' ? { ...topic, papers: 50 } : topic)) };
    expect(topicPlaces(grown)).toEqual(before);
  });

  test('a topic that has to take another colour takes none that a third brings', () => {
    const alike = PLACES.slice(1).find((place) => leastDistance(topicColour(0, 'light'), topicColour(place, 'light')) < 0.04)!;
    const others = PLACES.filter((place) => place > alike && leastDistance(topicColour(0, 'light'), topicColour(place, 'light')) > 0.1).slice(0, 4);
    const places = topicPlaces(row([0, alike, ...others]));
    expect(others).not.toContain(places.get('t1'));
    expect(places.get('t1')).not.toBe(alike);
  });

  test('the later of two neighbours that look alike to some eyes takes another colour', () => {
    const alike = PLACES.slice(1).find((place) => leastDistance(topicColour(0, 'light'), topicColour(place, 'light')) < 0.04)!;
    const map = row([0, alike]);
    map.topics[1]!.papers = 2;
    const places = topicPlaces(map);
    expect(places.get('t0')).toBe(0);
    expect(places.get('t1')).not.toBe(alike);
  });

  test('sub-topics have the colour of their topic', () => {
    const map = row([0, 5]);
    map.topics.push({ id: 'sub', label: 'Part', concepts: [], papers: 2, parent: 't1' });
    expect(topicPlaces(map).get('sub')).toBe(topicPlaces(map).get('t1'));
  });

  test.each([500, 2000, 6000])('on a map of %i papers no two neighbours look alike, in either theme, to any eyes', (papers) => {
    const map = plantedMap(papers);
    const places = topicPlaces(map);
    const middles = map.topics.map(({ id }) => {
      const own = map.papers.filter(({ topic }) => topic === id);
      return { id, x: own.reduce((sum, { x }) => sum + x, 0) / own.length, y: own.reduce((sum, { y }) => sum + y, 0) / own.length };
    });
    for (const middle of middles) {
      const [nearest] = middles.filter(({ id }) => id !== middle.id).toSorted((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y));
      for (const theme of THEMES) expect(leastDistance(topicColour(places.get(middle.id) ?? 0, theme), topicColour(places.get(nearest!.id) ?? 0, theme))).toBeGreaterThanOrEqual(0.045);
    }
  });

  test('thirty topics that want twelve colours get nearly as many as they are', () => {
    const places = [...topicPlaces(row(Array.from({ length: 30 }, (_, place) => place % 12))).values()];
    expect(new Set(places).size).toBeGreaterThanOrEqual(28);
  });
});
