import { expect, test } from 'vitest';
import { areaScores, keywordScores, mapWithoutGold } from '../../bench/measure-quality.ts';
import { sharedData, skippedWithout } from '../../support/shared-data.ts';

const ICLR = 'data/dev-iclr2024.jsonl';
const path = sharedData(ICLR);

test.skipIf(!path)(path ? 'on 600 labelled papers concepts and topics stay above a floor' : skippedWithout(ICLR), async () => {
  const { gold, built } = await mapWithoutGold(path ?? '', 600);
  const [at5 = 0, at10 = 0] = keywordScores(gold, built);
  const { ami, ari } = areaScores(gold, built);
  expect(at5).toBeGreaterThan(30);
  expect(at10).toBeGreaterThan(22);
  expect(ami).toBeGreaterThan(0.2);
  expect(ari).toBeGreaterThan(0.1);
});
