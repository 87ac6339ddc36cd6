import { asPercent } from '../state/words.ts';
import { useTopicStyle } from './topic-dot.tsx';
import './mirror-bar.css';

interface Props {
  /** Parts of one, left and right of the middle. */
  parts: readonly [number, number];
  /** The part that fills a side. */
  most: number;
  /** Places in the palette of the colours of both sides. */
  colours: readonly [number | null, number | null];
  /** What each part is of, for a screen reader: names of the sides. */
  sides: readonly [string, string];
}

/** Two bars that grow from a common middle, each with its number. */
export function MirrorBar({ parts: [left, right], most, colours, sides }: Props) {
  const leftStyle = useTopicStyle(colours[0]);
  const rightStyle = useTopicStyle(colours[1]);
  const filled = (part: number) => asPercent(most > 0 ? Math.min(1, part / most) : 0);
  return (
    <span className="mirror" title={`${asPercent(left)} in ${sides[0]}, ${asPercent(right)} in ${sides[1]}`}>
      <span className="visually-hidden">{`${asPercent(left)} in ${sides[0]}, ${asPercent(right)} in ${sides[1]}`}</span>
      <span className="mirror-number" aria-hidden>{asPercent(left)}</span>
      <span className="mirror-side is-left" style={{ ...leftStyle, '--part': filled(left) }} />
      <span className="mirror-side is-right" style={{ ...rightStyle, '--part': filled(right) }} />
      <span className="mirror-number" aria-hidden>{asPercent(right)}</span>
    </span>
  );
}
