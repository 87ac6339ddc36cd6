import { expect, test } from 'vitest';
import { compareText, escapeXml } from '../../../shared/text.ts';

test('markup is escaped and what XML forbids is dropped, line ends are kept', () => {
  expect(escapeXml('a<b> & "c"\u0000\u0008\uffff\td\ne')).toBe('a&lt;b&gt; &amp; &quot;c&quot;\td\ne');
});

test('texts are ordered by code units, upper case before lower', () => {
  expect(['b', 'a', 'B', 'ä'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'ä']);
});
