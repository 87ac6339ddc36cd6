import { asPercent } from '../state/words.ts';

/** A thin bar for a part of one, with the same said in words. */
export function ShareBar({ part, says }: { part: number; says: string }) {
  return (
    <span className="share-bar" style={{ '--part': asPercent(part) }} title={`${says} ${asPercent(part)}`}>
      <span className="visually-hidden">{`${says} ${asPercent(part)}`}</span>
    </span>
  );
}
