import { Star } from 'lucide-react';
import { toggleStar } from '../state/annotate-actions.ts';
import { areStarred, useAnnotations, type AnnotationTarget } from '../state/annotations.ts';
import { IconButton } from './icon-button.tsx';
import './star-button.css';

/** A star that can be put on something and taken off again. `hint` is the key that does the same, where there is one. */
export function StarButton({ target, label = 'Star', hint = null }: { target: AnnotationTarget; label?: string; hint?: string | null }) {
  const isStarred = areStarred(useAnnotations(), [target]);
  return <IconButton icon={Star} label={label} hint={hint} className="star-button" aria-pressed={isStarred} onClick={() => void toggleStar([target])} />;
}
