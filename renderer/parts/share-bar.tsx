import { asPercent, asSmallPercent } from '../state/words.ts';

interface Props {
  /** The part of one that is said. */
  part: number;
  /** What it is a part of, before the number. */
  says: string;
  /** The part that fills the bar, where that is not 1: the largest of a list. */
  most?: number;
}

/** A thin bar for a part of one, with the same said in words. */
export function ShareBar({ part, says, most = 1 }: Props) {
  const words = `${says} ${asSmallPercent(part)}`;
  return (
    <span className="share-bar" style={{ '--part': asPercent(most > 0 ? Math.min(1, part / most) : 0) }} title={words}>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
