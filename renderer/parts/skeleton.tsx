/** Grey lines that hold the place of a text until it is there. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" aria-hidden>
      {Array.from({ length: lines }, (_, line) => <i key={line} />)}
    </div>
  );
}
