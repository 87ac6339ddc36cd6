import { array, assert, constantFrom, oneof, pre, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../electron/engine/import/clean-text.ts';

const SEED = 20240314;

function table(name: string, rows: readonly (readonly [string, string])[], markup: 'plain' | 'latex' = 'plain'): void {
  describe(name, () => {
    for (const [from, to] of rows) test(`${JSON.stringify(from)} reads ${JSON.stringify(to)}`, () => expect(cleanText(from, markup)).toBe(to));
  });
}

table('leftovers of LaTeX', [
  [String.raw`averaging 85\% on A \& B, a\_b, \$5, \#1`, 'averaging 85% on A & B, a_b, $5, #1'],
  ["``Weight Guide'' aimed", '“Weight Guide” aimed'],
  ['weights -- in particular -- here', 'weights – in particular – here'],
  ['pages 1--4, a long---very long---pause', 'pages 1–4, a long—very long—pause'],
  ['available at~https://github.com/x', 'available at https://github.com/x'],
  ['in Fig.~2 and Section~\\ref{sec:a}', 'in Fig. 2 and Section [sec:a]'],
  ['search spaces. %However, the macro', 'search spaces. However, the macro'],
  ['%As a result, it fails', 'As a result, it fails'],
  [String.raw`\emph{nested \textbf{words}} and {\it old} {\bf style}`, 'nested words and old style'],
  [String.raw`see \href{https://a.b/c}{the code} and \url{https://a.b}`, 'see the code and https://a.b'],
  ['code at https://a.b/C{here}', 'code at https://a.b/C'],
  [String.raw`as in \cite{smith2020} and~\citep[p.~3]{doe}`, 'as in [smith2020] and [doe]'],
  [String.raw`we propose \method{}, \ie a \fancy model`, 'we propose method, i.e. a fancy model'],
]);

table('accents', [
  [String.raw`Mod\'elisation, Erd\H{o}s, \"Ozg\"ur, Fran\c{c}ois, \v{S}koda, na\"{\i}ve`, 'Modélisation, Erdős, Özgür, François, Škoda, naïve'],
  [String.raw`S{\o}ren, {\'E}t{\'e}, Stra{\ss}e, \AA ngstr\"om`, 'Søren, Été, Straße, Ångström'],
  [String.raw`don\'t say it\'s what I\'m told`, "don't say it's what I'm told"],
]);

table('mathematics', [
  [String.raw`$O(n^2)$ and $O(n \log n)$`, 'O(n²) and O(n log n)'],
  [String.raw`$\alpha<1$, $2 \times 3$, $\beta$-VAE, CO$_2$, $k$-means`, 'α<1, 2 × 3, β-VAE, CO₂, k-means'],
  [String.raw`$\mathcal{L}_2$, $\ell_{1}$, $x_{i+1}$, $30^\circ$`, 'L₂, ℓ₁, xᵢ₊₁, 30°'],
  [String.raw`$\frac{a+b}{c}$, $\sqrt{n}$, $C^{1,\alpha}$, $\{0,1\}^n$`, '(a+b)/c, √n, C^(1,α), {0,1}ⁿ'],
  [String.raw`for $ \alpha \in {\mathbb C}_0 $ here`, 'for α ∈ C₀ here'],
]);

table('HTML', [
  ['<jats:p>H<sub>2</sub>O, m<sup>2</sup> &amp; <i>in vivo</i></jats:p>', 'H₂O, m² & in vivo'],
  ['1990&#8211;2000 &lt;5 &amp;amp; x &alpha; &unknown;', '1990–2000 <5 & x α &unknown;'],
  ['first<br/>second <b>bold</b>', 'first second bold'],
]);

table('characters', [
  ['eﬃcient soft\u00adware, zero\u200bwidth, a\u00a0b  c\td', 'efficient software, zerowidth, a b c d'],
  ['e\u0301te\u0301', 'été'],
  ['a lone \ud800 surrogate', 'a lone \ufffd surrogate'],
]);

table(
  'ordinary text, which stays as it is',
  [
    '50% of all, a 10%-20% drop, 100 % sure',
    'C# costs $5 and C++ $6, US$7 or $8-$9, from $100 to $200',
    'values <5, x < y > z, p<0.05, if a <b and c> d',
    'AT&T R&D, Q&A; Smith & Co',
    'use --no-open, i--, https://x.org/~user, ~5 km, about 3~4',
    'a_b, x^2, {a, b}, [1], C:\\Users\\bob',
    "it's the users' choice, rock 'n' roll",
    'a `code` word',
  ].map((text): [string, string] => [text, text]),
);

table('BibTeX, where braces group', [
  ['Sports {{Analytics}} with {BERT} and {$\\Lambda$CDM}', 'Sports Analytics with BERT and ΛCDM'],
  ['Social Science {\\&} Medicine, 50\\% of {\\textquotedblleft}all{\\textquotedblright}', 'Social Science & Medicine, 50% of “all”'],
  ['long\\textendash term \\emph{Foo {Bar}} {{\\v{S}}}koda', 'long–term Foo Bar Škoda'],
  ['the set \\{x, y\\}', 'the set {x, y}'],
], 'latex');

/** Texts made of what the rules look for. */
const awkward = array(
    oneof(
      constantFrom('\\', '{', '}', '$', '\\emph{', '%', '``', "''", '--', '---', '~', '<', '>', '&amp;', '&lt;', '<sub>', '</sub>', '^{', '_', '\\alpha', "\\'", '\\"{', '\\cite{', '\\frac{', '\\(', '\\)', '$$', '\\\\', '. ', ' ', '\n', 'word', 'e', 'i', '2', '\u0301', 'ﬁ', '\u00ad', 'https://a.b/'),
      string({ maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

for (const markup of ['plain', 'latex'] as const) {
  test(`any text can be cleaned as ${markup}, and cleaning it again changes nothing`, () => {
    assert(
      property(awkward, (text) => {
        const cleaned = cleanText(text, markup);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
      { seed: SEED, numRuns: 4000 },
    );
  });
}

test('text of letters, digits and single spaces is not touched', () => {
  const words = array(stringMatching(/^[A-Za-z0-9äéß,;:()%#@!?+*=/-]{1,12}$/), { minLength: 1, maxLength: 20 }).map((list) => list.join(' '));
  assert(
    property(words, (text) => {
      pre(!/--|(?:^|[.?!:;)] )%/.test(text) && text === text.normalize('NFC'));
      expect(cleanText(text)).toBe(text);
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('a text made to be slow is cleaned within a second', () => {
  const startedAt = performance.now();
  for (const piece of ['{', '$', '\\emph{', '``', '<', '\\', '&amp;', '--', '$a', '{\\bf ', '_{', '©']) cleanText(piece.repeat(5000));
  expect(performance.now() - startedAt).toBeLessThan(5000);
});
