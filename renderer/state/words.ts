/** "1 paper", "56 papers": a number with its noun, thousands set apart. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}

/** How strong a link is, in words. Weights are 0..1, but of real papers one link in ten reaches 0.3 and about half 0.15. */
export function strengthInWords(weight: number): string {
  if (weight >= 0.3) return 'Strongly related';
  if (weight >= 0.15) return 'Clearly related';
  return weight >= 0.03 ? 'Loosely related' : 'Hardly related';
}

/** How likely it is that two names mean the same concept (0..1), in words. */
export function likelihoodInWords(likelihood: number): string {
  if (likelihood >= 0.85) return 'Very likely the same';
  if (likelihood >= 0.6) return 'Probably the same';
  if (likelihood >= 0.35) return 'Could be the same';
  return 'Probably different';
}

/** A part of one as whole per cent: "42%". */
export function asPercent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

/** A part of one as per cent, where small parts still count: "42%", "under 1%". */
export function asSmallPercent(part: number): string {
  return part > 0 && part < 0.01 ? 'under 1%' : asPercent(part);
}

/** Names of authors, the first few of many: "Ada Lovelace, Alan Turing and 3 others". */
export function namesInWords(names: readonly string[], most = 6): string {
  if (names.length <= most) return names.join(', ');
  const shown = names.slice(0, most - 1);
  return `${shown.join(', ')} and ${counted(names.length - shown.length, 'other')}`;
}

/** How surely a paper belongs to its topic, in words; `confidence` is 0..1. */
export function confidenceInWords(confidence: number): string {
  if (confidence >= 0.75) return 'Clearly';
  if (confidence >= 0.5) return 'Mostly';
  return confidence >= 0.3 ? 'Partly' : 'Barely';
}

/** Names in a row: "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
