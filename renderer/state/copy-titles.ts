import { openMap } from './library-store.ts';
import { mapIndex } from './map-index.ts';
import { sayDone } from './message-store.ts';
import { counted } from './words.ts';

/** Puts the titles of papers on the clipboard, a line each with the year where it is known. */
export async function copyTitles(ids: readonly string[]): Promise<void> {
  const map = openMap();
  if (!map) return;
  const { papers } = mapIndex(map);
  const lines = ids.flatMap((id) => {
    const paper = papers.get(id);
    return paper ? [paper.year === undefined ? paper.title : `${paper.title} (${paper.year})`] : [];
  });
  const isCopied = await copyText(lines.join('\n'));
  sayDone(isCopied ? `Copied ${counted(lines.length, 'title')}` : 'The clipboard cannot be used here. Export the papers instead.');
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
