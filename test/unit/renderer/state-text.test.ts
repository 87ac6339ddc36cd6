import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFailure } from '../../../shared/failures.ts';
import type { FileReport } from '../../../shared/paper.ts';
import { summariseImport } from '../../../renderer/state/import-summary.ts';
import { markMentions } from '../../../renderer/state/mark-mentions.ts';
import { dismiss, sayDone, sayFailed, useMessages } from '../../../renderer/state/message-store.ts';
import { paperLinks } from '../../../renderer/state/paper-links.ts';
import { isShortcut, shortcutInWords } from '../../../renderer/state/shortcuts.ts';
import { asPercent, counted, namesInWords, strengthInWords } from '../../../renderer/state/words.ts';
import { tinyMap } from '../../support/tiny-map.ts';

describe('marking mentions in a text', () => {
  const marked = (text: string, mentions: { concept: string; start: number; end: number }[]) => markMentions(text, mentions).map(({ text: part, concept }) => (concept ? `[${concept}:${part}]` : part)).join('');

  test('cuts the text at each mention', () => {
    expect(marked('we prune and quantize', [{ concept: 'p', start: 3, end: 8 }, { concept: 'q', start: 13, end: 21 }])).toBe('we [p:prune] and [q:quantize]');
  });

  test('keeps the longer of two that overlap', () => {
    expect(marked('low-rank adaptation works', [{ concept: 'adaptation', start: 9, end: 19 }, { concept: 'lora', start: 0, end: 19 }])).toBe('[lora:low-rank adaptation] works');
  });

  test('ignores a mention outside the text', () => {
    expect(marked('short', [{ concept: 'x', start: 3, end: 9 }, { concept: 'y', start: 2, end: 2 }])).toBe('short');
  });

  test('never loses or doubles a character, whatever the mentions', () => {
    const mention = fc.record({ concept: fc.constant('c'), start: fc.integer({ min: -2, max: 30 }), end: fc.integer({ min: -2, max: 30 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(mention, { maxLength: 12 }), (text, mentions) => {
        const parts = markMentions(text, mentions);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => text.startsWith(part.text, part.start))).toBe(true);
      }),
      { seed: 7 },
    );
  });
});

describe('what an import brought, in one line', () => {
  const file = (name: string, papers: number, skipped: number, duplicates: number): FileReport => ({
    file: name,
    format: 'text',
    records: papers + skipped + duplicates,
    papers,
    duplicates,
    skipped: Array.from({ length: skipped }, (_, line) => ({ line, reason: 'has no title' })),
  });

  test('names the file and counts what was left out', () => {
    expect(summariseImport({ files: [file('seed.txt', 56, 2, 1)] })).toBe('56 papers from seed.txt · 2 skipped · 1 duplicate');
  });

  test('is silent about what did not happen', () => {
    expect(summariseImport({ files: [file('one.bib', 1, 0, 0)] })).toBe('1 paper from one.bib');
  });

  test('adds several files up', () => {
    expect(summariseImport({ files: [file('a.bib', 1200, 0, 2), file('b.ris', 300, 0, 1)] })).toBe('1,500 papers from 2 files · 3 duplicates');
  });
});

describe('messages', () => {
  beforeEach(() => useMessages.setState({ done: null, failed: [], nextId: 1 }));

  test('only the last thing done is told, failures stay until dismissed', () => {
    sayFailed(makeFailure('map.empty'));
    sayDone('One');
    sayDone('Two');
    const { done, failed } = useMessages.getState();
    expect([done?.text, failed.length]).toEqual(['Two', 1]);
    dismiss(failed[0]?.id ?? 0);
    expect(useMessages.getState().failed).toEqual([]);
  });

  test('the same failure is told once', () => {
    sayFailed(makeFailure('map.empty'));
    sayFailed(makeFailure('map.empty'));
    expect(useMessages.getState().failed).toHaveLength(1);
  });

  test('what the user cancelled is no failure', () => {
    sayFailed(makeFailure('call.cancelled'));
    expect(useMessages.getState()).toMatchObject({ failed: [], done: { text: 'Cancelled. Nothing was changed.' } });
  });
});

describe('shortcuts', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  test('Mod is Control, and Command on a Mac', () => {
    expect(isShortcut(press('o', { ctrlKey: true }), 'Mod+O', false)).toBe(true);
    expect(isShortcut(press('o', { metaKey: true }), 'Mod+O', true)).toBe(true);
    expect(isShortcut(press('o', { ctrlKey: true }), 'Mod+O', true)).toBe(false);
  });

  test('undo and redo differ by Shift', () => {
    expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
  });

  test('signs count with and without Shift, digits without Control', () => {
    expect(isShortcut(press('+', { shiftKey: true }), '+', false)).toBe(true);
    expect(isShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(isShortcut(press('1', { ctrlKey: true }), '1', false)).toBe(false);
  });

  test('are written as the keyboard has them', () => {
    expect([shortcutInWords('Mod+Shift+Z', true), shortcutInWords('Mod+Shift+Z', false), shortcutInWords('Alt+ArrowLeft', false), shortcutInWords('+', false)]).toEqual(['⇧⌘Z', 'Ctrl+Shift+Z', 'Alt+←', '+']);
  });
});

describe('where a paper can be found', () => {
  const [paper] = tinyMap().papers;

  test('by DOI and at arXiv, and its own address if that is another', () => {
    const links = paper && paperLinks(paper, { doi: '10.1000/a<b', arxiv: '2401.00001', url: 'https://arxiv.org/abs/2401.00001' });
    expect(links).toEqual([{ label: 'DOI', url: 'https://doi.org/10.1000/a%3Cb' }, { label: 'arXiv', url: 'https://arxiv.org/abs/2401.00001' }]);
  });

  test('never at an address that is not of the web', () => {
    expect(paper && paperLinks({ ...paper, url: 'javascript:alert(1)' }, null)).toEqual([]);
  });
});

describe('numbers and names in words', () => {
  test('one paper, many papers', () => {
    expect([counted(1, 'paper'), counted(12345, 'paper'), asPercent(0.426)]).toEqual(['1 paper', '12,345 papers', '43%']);
  });

  test('long lists of authors are cut', () => {
    expect(namesInWords(['A', 'B', 'C', 'D'], 3)).toBe('A, B and 2 others');
    expect(namesInWords(['A', 'B'], 3)).toBe('A, B');
  });

  test('the strength of a link has three words', () => {
    expect([0.45, 0.2, 0.1, 0.01].map(strengthInWords)).toEqual(['Strongly related', 'Clearly related', 'Loosely related', 'Hardly related']);
  });
});
