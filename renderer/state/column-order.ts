/** Ids of columns in the user's order; those that the order does not name follow in their own. */
export function placesInOrder(all: readonly string[], order: readonly string[]): string[] {
  const named = order.filter((id) => all.includes(id));
  return [...named, ...all.filter((id) => !named.includes(id))];
}

/** All columns with one of those shown at another place among them. Hidden columns stay behind the one they were behind. */
export function movedTo(all: readonly string[], shown: readonly string[], column: string, place: number): string[] {
  const others = shown.filter((id) => id !== column);
  const at = Math.min(others.length, Math.max(0, place));
  const before = others[at - 1];
  const rest = all.filter((id) => id !== column);
  const next = before === undefined ? 0 : rest.indexOf(before) + 1;
  return [...rest.slice(0, next), column, ...rest.slice(next)];
}

/** The ends of a heading on the page, in CSS pixels. */
interface Ends {
  left: number;
  right: number;
}

/** The place that a heading dragged to `x` takes: that of another once the pointer would be over it there, so that it does not jump to and fro. */
export function dropPlace(headings: readonly Ends[], from: number, x: number): number {
  const own = headings[from];
  const at = headings.findIndex(({ left, right }) => x >= left && x < right);
  const target = headings[at];
  if (!own || !target || at === from) return from;
  const width = own.right - own.left;
  const isOverThere = at > from ? x > target.right - width : x < target.left + width;
  return isOverThere ? at : from;
}
