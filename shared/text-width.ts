/** Advance widths of Inter in hundredths of the font size, for the characters from space to tilde; measured from the font itself. */
const REGULAR = [28,29,47,63,64,98,64,30,36,36,50,66,29,46,29,36,63,41,61,62,65,59,62,57,62,62,29,30,66,66,66,51,97,69,65,73,72,60,59,75,74,27,57,67,57,90,75,76,64,76,64,64,65,74,69,99,68,68,63,36,36,36,47,46,32,56,61,57,61,58,37,61,59,24,24,55,24,88,59,60,61,61,38,53,33,59,56,82,55,56,55,43,33,43,66];
const SEMIBOLD = [25,32,52,64,65,100,66,33,37,37,54,67,32,47,32,38,66,42,62,64,67,61,64,58,64,64,32,33,67,67,67,54,100,73,66,74,72,61,59,75,75,28,58,70,57,92,76,77,65,77,65,65,66,74,73,102,72,71,65,37,38,37,48,47,35,57,62,58,62,59,39,63,61,26,26,57,26,90,61,61,62,62,40,55,35,61,59,84,57,59,57,45,36,45,67];

/** Width in pixels of a line of text set in Inter at `fontSize` pixels, without kerning; other scripts count as wide letters. */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  const widths = weight === 600 ? SEMIBOLD : REGULAR;
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 32;
    hundredths += widths[code - 32] ?? (code > 0x2e7f ? 100 : 64);
  }
  return (hundredths * fontSize) / 100;
}

/**
 * Breaks a text into at most `maxLines` lines no wider than `maxWidth` pixels, between words;
 * what does not fit is cut with an ellipsis.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number, maxLines: number, weight: 400 | 600 = 400): string[] {
  const fits = (line: string) => textWidth(line, fontSize, weight) <= maxWidth;
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter(Boolean);
  for (const [position, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    if (lines.length + 1 === maxLines) return [...lines, cutToWidth(`${line} ${words.slice(position).join(' ')}`, fits)];
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(fits(line) ? line : cutToWidth(line, fits));
  return lines;
}

function cutToWidth(text: string, fits: (line: string) => boolean): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${text.slice(0, middle).trimEnd()}…`)) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).replace(/[\s,;:–—-]+$/, '')}…`;
}
