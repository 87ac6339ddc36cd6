import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { IconButton } from '../parts/icon-button.tsx';
import { GUIDE_STEPS, type GuideStep } from '../state/guide-steps.ts';
import { endGuide, stepGuide, useGuide } from '../state/guide-store.ts';
import { placeBeside, type Box } from '../state/place-beside.ts';
import './guide.css';

/** Parts move while panels open and lists fill: where they are is looked at this often. */
const LOOK_MS = 200;
/** A part of which less is in sight, in CSS pixels, is scrolled to. */
const LEAST_SEEN = 24;
const CARD = { width: 300, height: 170 };

/** The guide: a ring around a part of the window, and beside it a sentence about it. The window stays usable. */
export function Guide() {
  const guide = useGuide();
  if (guide.kind === 'closed') return null;
  const step = GUIDE_STEPS[guide.at];
  return step ? <Step step={step} at={guide.at} /> : null;
}

function Step({ step, at }: { step: GuideStep; at: number }) {
  const next = useRef<HTMLButtonElement>(null);
  const box = useBox(step.target);
  useLayoutEffect(() => next.current?.focus({ preventScroll: true }), [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const run = KEYS[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const place = placeBeside(box, CARD, { width: window.innerWidth, height: window.innerHeight });
  const isLast = at === GUIDE_STEPS.length - 1;
  return (
    <>
      {box && <div className="guide-ring" style={styleOf(box)} aria-hidden />}
      {/* Its keys only do what its buttons do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role */}
      <div role="dialog" aria-label="Guide" aria-describedby="guide-text" className="guide-card" style={{ left: place.x, top: place.y, width: CARD.width }} onKeyDown={onKeyDown}>
        <div className="guide-head">
          <h2>{step.title}</h2>
          <IconButton icon={X} label="Skip the guide" onClick={endGuide} />
        </div>
        <p id="guide-text">{step.text}</p>
        <div className="guide-actions">
          <span className="guide-count">{at + 1} of {GUIDE_STEPS.length}</span>
          {at > 0 && <button type="button" className="button small" onClick={() => stepGuide(-1)}>Back</button>}
          <button ref={next} type="button" className="button small primary" onClick={() => stepGuide(1)}>{isLast ? 'Done' : 'Next'}</button>
        </div>
      </div>
    </>
  );
}

const KEYS: Record<string, () => void> = { Escape: endGuide, ArrowRight: () => stepGuide(1), ArrowLeft: () => stepGuide(-1) };

/** Where a part is in the window now; null while it is not there. */
function useBox(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = () => {
      const element = document.querySelector(selector);
      const found = boxOf(element);
      if (element && (!found || found.height < LEAST_SEEN)) element.scrollIntoView({ block: 'start' });
      setBox((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    const first = requestAnimationFrame(look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      cancelAnimationFrame(first);
      clearInterval(timer);
    };
  }, [selector]);
  return box;
}

/** The part of an element that is in the window. */
function boxOf(element: Element | null): Box | null {
  if (!element) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  const box = { x, y, width: Math.min(window.innerWidth, right) - x, height: Math.min(window.innerHeight, bottom) - y };
  return box.width > 0 && box.height > 0 ? box : null;
}

const styleOf = ({ x, y, width, height }: Box): CSSProperties => ({ left: x, top: y, width, height });
