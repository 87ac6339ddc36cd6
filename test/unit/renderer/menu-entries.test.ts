import { beforeEach, expect, test } from 'vitest';
import { useLibrary } from '../../../renderer/state/library-store.ts';
import { menuSections } from '../../../renderer/state/menu-entries.ts';
import { setSelection } from '../../../renderer/state/view-store.ts';
import { sampleLibrary } from '../../support/sample-map.ts';

const { state } = sampleLibrary(20);
const [paper, other] = state.map?.papers ?? [];

beforeEach(() => useLibrary.setState({ kind: 'open', state, loads: 1 }, true));

test('the menu of a paper offers first what shows it, then what it is related to, and nothing that is for topics alone', () => {
  const selection = { kind: 'paper' as const, id: paper?.id ?? '' };
  setSelection(selection);
  const sections = menuSections(selection);
  expect(sections[0]?.commands[0]).toBe('map.showSelection');
  expect(sections.slice(0, 4).map(({ key }) => key)).toEqual(['see', 'relate', 'keep', 'correct']);
  expect(sections.flatMap(({ commands }) => commands)).not.toContain('topic.only');
});

test('the menu of several papers is for several, that of the empty map for the map', () => {
  const selection = { kind: 'papers' as const, ids: [paper?.id ?? '', other?.id ?? ''] };
  setSelection(selection);
  const commands = menuSections(selection).flatMap((section) => section.commands);
  expect(commands).toContain('path.between');
  expect(commands).not.toContain('compare.pick');
  const ground = menuSections(null).flatMap((section) => section.commands);
  expect(ground).toEqual(expect.arrayContaining(['map.fit', 'map.selectAll', 'map.lasso']));
  expect(ground).not.toContain('map.showSelection');
});
