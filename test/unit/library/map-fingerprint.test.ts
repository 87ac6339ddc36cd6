import { expect, test } from 'vitest';
import { mapFingerprint } from '../../../electron/engine/library/map-fingerprint.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

test('the same map has the same fingerprint', () => {
  expect(mapFingerprint(tinyMap())).toBe(mapFingerprint(tinyMap()));
});

test.each<[string, (map: TopicMap) => unknown]>([
  ['a paper moved', (map) => Object.assign(map.papers[4] ?? {}, { x: 1 })],
  ['a paper put by hand into the topic that it is in', (map) => Object.assign(map.papers[0] ?? {}, { byHand: true })],
  ['a paper between topics', (map) => Object.assign(map.papers[0] ?? {}, { between: [{ topic: 't2', share: 0.4 }] })],
  ['another topic name', (map) => Object.assign(map.topics[0] ?? {}, { label: 'Mine' })],
  ['another wording of a concept', (map) => map.concepts[0]?.aliases.push('new')],
  ['another link weight', (map) => Object.assign(map.links[0] ?? {}, { weight: 0.81 })],
  ['another link', (map) => map.links.pop()],
  ['another setting', (map) => Object.assign(map, { parameters: { ...map.parameters, seed: 2 } })],
])('%s makes it another', (_, change) => {
  const map = tinyMap();
  change(map);
  expect(mapFingerprint(map)).not.toBe(mapFingerprint(tinyMap()));
});
