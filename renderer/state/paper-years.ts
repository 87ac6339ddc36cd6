/** How many papers are of each year, from the first to the last with none left out, and of how many no year is known. */
export interface YearCounts {
  years: { year: number; count: number }[];
  unknown: number;
}

/** More years than these are too many for a small picture: only the latest are told apart. */
const MOST_YEARS = 40;

/** Counts papers by year. Years before the last forty are counted with the first of those. */
export function yearCounts(papers: readonly { year?: number | undefined }[]): YearCounts {
  const known = papers.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const unknown = papers.length - known.length;
  if (known.length === 0) return { years: [], unknown };
  const last = known.reduce((most, year) => Math.max(most, year), -Infinity);
  const first = Math.max(known.reduce((least, year) => Math.min(least, year), Infinity), last - MOST_YEARS + 1);
  const years = Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, count: 0 }));
  for (const year of known) {
    const slot = years[Math.max(0, year - first)];
    if (slot) slot.count++;
  }
  return { years, unknown };
}

/** The years of papers in a sentence: "2015 to 2024, most in 2021 (12)". Empty where no year is known. */
export function yearsInWords({ years, unknown }: YearCounts): string {
  const [first] = years;
  const last = years.at(-1);
  if (!first || !last) return '';
  const without = unknown > 0 ? `; ${unknown.toLocaleString('en')} without a year` : '';
  if (first === last) return `All of ${first.year}${without}`;
  const most = years.reduce((best, each) => (each.count > best.count ? each : best), first);
  return `${first.year} to ${last.year}, most in ${most.year} (${most.count.toLocaleString('en')})${without}`;
}
