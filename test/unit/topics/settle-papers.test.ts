import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { settlePapers } from '../../../electron/engine/topics/settle-papers.ts';

/** Papers 0 to 9 talk of feature 0, papers 10 to 19 of feature 1; each is linked to the next, and 9 to 10. */
const profiles = {
  offsets: Uint32Array.from({ length: 21 }, (_, paper) => paper),
  indices: Uint32Array.from({ length: 20 }, (_, paper) => (paper < 10 ? 0 : 1)),
  values: new Float32Array(20).fill(5),
  columns: 2,
};
const links = { source: Uint32Array.from({ length: 19 }, (_, link) => link), target: Uint32Array.from({ length: 19 }, (_, link) => link + 1), weight: new Float32Array(19).fill(1) };
const topicsAt = (border: number) => Int32Array.from({ length: 20 }, (_, paper) => (paper < border ? 0 : 1));

describe('settlePapers', () => {
  it('moves papers at the border to the topic that they talk like', () => {
    expect([...settlePapers(topicsAt(8), links, profiles, UNWATCHED)]).toEqual([...topicsAt(10)]);
  });

  it('leaves papers where they are that have no link to the topic they talk like', () => {
    const topicOf = topicsAt(10);
    topicOf[0] = 1;
    const apart = { source: links.source.slice(1), target: links.target.slice(1), weight: links.weight.slice(1) };
    expect(settlePapers(topicOf, apart, profiles, UNWATCHED)[0]).toBe(1);
  });

  it('leaves unlinked papers without a topic, and a single topic as it is', () => {
    const topicOf = topicsAt(10);
    topicOf[19] = -1;
    expect(settlePapers(topicOf, links, profiles, UNWATCHED)[19]).toBe(-1);
    expect([...settlePapers(new Int32Array(20), links, profiles, UNWATCHED)]).toEqual([...new Int32Array(20)]);
  });
});
