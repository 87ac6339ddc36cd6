/** Keywords as one text from which readers tell them apart: by commas, or by semicolons where a keyword has a comma in it. */
export function joinKeywords(keywords: readonly string[]): string {
  if (keywords.some((keyword) => keyword.includes(';'))) return joinKeywords(keywords.map((keyword) => keyword.replaceAll(';', ',')));
  if (!keywords.some((keyword) => /[,|]/.test(keyword))) return keywords.join(', ');
  return keywords.length === 1 ? `${keywords[0] ?? ''};` : keywords.join('; ');
}
