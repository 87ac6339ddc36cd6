import { describe, expect, test } from 'vitest';
import { colourDistance, contrastOf, hexOfLab, labOf } from '../../../shared/colour.ts';
import { encodeColours, knownColourings, type EncodedFacts } from '../../../shared/encoding.ts';
import { MAP_COLOURS, sequenceColour, topicColour, unknownColour } from '../../../shared/palette.ts';
import { encodeSizes, knowsCitations } from '../../../shared/paper-sizes.ts';
import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';
import { KINDS_OF_VISION, seenWith } from '../../../shared/colour-vision.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const THEMES = ['light', 'dark'] as const;
const STEPS = Array.from({ length: 9 }, (_, step) => step / 8);

function mapOfYears(years: (number | undefined)[]): TopicMap {
  const map = tinyMap();
  const { year: _, ...pattern } = map.papers[0] as MapPaper;
  return { ...map, papers: years.map((year, place) => ({ ...pattern, id: `p${place}`, ...(year !== undefined && { year }) })) };
}

function factsOf(entries: [string, { source?: string; citations?: number | null }][]): EncodedFacts {
  return new Map(entries.map(([id, { source = 'a.bib', citations = null }]) => [id, { source, citations }]));
}

describe('colour arithmetic', () => {
  test('a colour comes back from OKLab as it went', () => {
    for (const hex of ['#3566cf', '#ff9a66', '#000000', '#ffffff']) expect(hexOfLab(labOf(hex))).toBe(hex);
  });

  test('black and white are one apart and have a contrast of 21', () => {
    expect(colourDistance('#000000', '#ffffff')).toBeCloseTo(1, 3);
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});

describe('the sequence of colours for values', () => {
  test.each(THEMES)('has even steps that differ by at most a quarter, %s', (theme) => {
    const colours = STEPS.map((part) => sequenceColour(part, theme));
    const steps = colours.slice(1).map((colour, place) => colourDistance(colours[place] ?? '', colour));
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.25);
  });

  test.each(THEMES.flatMap((theme) => KINDS_OF_VISION.map((vision) => [theme, vision] as const)))('goes one way in lightness, %s seen with %s', (theme, vision) => {
    const lightness = STEPS.map((part) => labOf(seenWith(vision, sequenceColour(part, theme))).lightness * (theme === 'light' ? -1 : 1));
    for (const [place, value] of lightness.slice(1).entries()) expect(value).toBeGreaterThan((lightness[place] ?? 0) + 0.03);
  });

  test.each(THEMES)('stands out from the ground and from what is not known, %s', (theme) => {
    for (const part of STEPS) {
      expect(contrastOf(sequenceColour(part, theme), MAP_COLOURS[theme].ground)).toBeGreaterThan(1.75);
      expect(colourDistance(sequenceColour(part, theme), unknownColour(theme))).toBeGreaterThan(0.1);
    }
  });
});

describe('what colours tell', () => {
  test('topics give papers and concepts their colours, and the key counts their papers', () => {
    const map = tinyMap();
    const { paper, concept, key } = encodeColours(map, { colourBy: 'topic', colourConcept: null }, null, 'light');
    expect(paper({ ...(map.papers[0] as MapPaper), topic: 't2' })).toBe(topicColour(1, 'light'));
    expect(paper({ ...(map.papers[0] as MapPaper), topic: null })).toBe(topicColour(null, 'light'));
    expect(map.concepts.map(concept)).toContain(topicColour(0, 'light'));
    expect(key.kind === 'classes' && key.classes.map(({ id, papers }) => [id, papers])).toEqual(map.topics.map(({ id, papers }) => [id, papers]));
  });

  test('the first year has the first colour, the last the last, none the grey', () => {
    const map = mapOfYears([2001, 2021, undefined, 2011]);
    const { paper, key } = encodeColours(map, { colourBy: 'year', colourConcept: null }, null, 'light');
    expect(map.papers.slice(0, 3).map(paper)).toEqual([sequenceColour(0, 'light'), sequenceColour(1, 'light'), unknownColour('light')]);
    expect(key).toMatchObject({ kind: 'values', least: 2001, most: 2021, lowest: 2001, highest: 2021, unknown: { papers: 1 } });
    expect(key.kind === 'values' && key.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('one old paper does not use up the colours', () => {
    const { key } = encodeColours(mapOfYears([1890, ...Array.from({ length: 99 }, (_, place) => 2000 + (place % 20))]), { colourBy: 'year', colourConcept: null }, null, 'dark');
    expect(key).toMatchObject({ least: 2000, most: 2019, lowest: 1890 });
  });

  test('a concept’s colour is that of the mean of its papers', () => {
    const map = mapOfYears([2000, 2020, 2010]);
    const colours = encodeColours(map, { colourBy: 'year', colourConcept: null }, null, 'light');
    const mentioned = map.concepts.find(({ id }) => id === map.papers[0]?.concepts[0]?.id);
    expect(mentioned && colours.concept(mentioned)).toBe(colours.paper(map.papers[2] as MapPaper));
  });

  test('without any year the key says that colours tell nothing', () => {
    const map = mapOfYears([undefined, undefined]);
    expect(encodeColours(map, { colourBy: 'year', colourConcept: null }, null, 'light').key).toEqual({ kind: 'none', colourBy: 'year' });
    expect(knownColourings(map).year).toBe(false);
    expect(knownColourings(mapOfYears([1999])).year).toBe(true);
  });

  test('papers are coloured by their file, the common files first, the rest as one', () => {
    const map = mapOfYears(Array.from({ length: 14 }, () => 2000));
    const facts = factsOf(map.papers.map(({ id }, place) => [id, { source: place < 3 ? 'large.ris' : `small-${String(place).padStart(2, '0')}.bib` }]));
    const { paper, key } = encodeColours(map, { colourBy: 'source', colourConcept: null }, facts, 'light');
    expect(paper(map.papers[0] as MapPaper)).toBe(topicColour(0, 'light'));
    expect(key.kind === 'classes' && key.classes[0]).toMatchObject({ id: 'large.ris', papers: 3 });
    expect(key.kind === 'classes' && key.classes.at(-1)).toMatchObject({ id: null, label: '2 other files', papers: 2 });
  });

  test('papers that mention a concept are coloured by its weight, the others grey', () => {
    const map = tinyMap();
    const concept = map.papers[0]?.concepts[0]?.id ?? '';
    const { paper, key } = encodeColours(map, { colourBy: 'concept', colourConcept: concept }, null, 'light');
    for (const each of map.papers) expect(paper(each) === unknownColour('light')).toBe(!each.concepts.some(({ id }) => id === concept));
    expect(key).toMatchObject({ kind: 'values', least: 0, most: 1 });
  });
});

describe('what sizes tell', () => {
  test('more links make a larger paper, and the samples grow', () => {
    const map = tinyMap();
    const { radius, samples } = encodeSizes(map, 'links', null);
    const byId = new Map(map.papers.map((paper) => [paper.id, radius(paper)]));
    expect(byId.get('p1')).toBeGreaterThan(byId.get('p5') ?? 0);
    expect(samples.map((sample) => sample.radius)).toEqual(samples.map((sample) => sample.radius).toSorted((a, b) => a - b));
  });

  test('citations size papers where they are known; where none is, all are the same', () => {
    const map = tinyMap();
    const facts = factsOf([['p1', { citations: 400 }], ['p2', { citations: 4 }], ['p3', { citations: null }]]);
    const { radius } = encodeSizes(map, 'citations', facts);
    const [p1 = 0, p2 = 0, p3 = 0] = map.papers.map(radius);
    expect(p1 > p2 && p2 > p3).toBe(true);
    expect(new Set(map.papers.map(encodeSizes(map, 'citations', null).radius)).size).toBe(1);
    expect([knowsCitations(facts), knowsCitations(factsOf([['p1', {}]])), knowsCitations(null)]).toEqual([true, false, false]);
  });
});
