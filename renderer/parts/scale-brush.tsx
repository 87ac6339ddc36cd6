import { useRef, type PointerEvent, type ReactNode } from 'react';
import { classAt, spanBetween, type BrushedScale } from '../state/brushed-span.ts';

interface Props {
  scale: BrushedScale;
  /** The part that is taken. */
  from: number;
  to: number;
  onChange: (from: number, to: number) => void;
  children: ReactNode;
}

/** Pointers move by less in a click, in CSS pixels. */
const CLICK_PX = 3;

/** A picture of a scale on which the mouse takes a part: a drag takes what lies between, a click the class of values there, or all again. The keyboard has handles beside it. */
export function ScaleBrush({ scale, from, to, onChange, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const begun = useRef<{ x: number; isDrag: boolean } | null>(null);
  const placeOf = (x: number) => {
    const { left = 0, width = 1 } = box.current?.getBoundingClientRect() ?? {};
    return (x - left) / width;
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { x: event.clientX, isDrag: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const drag = begun.current;
    if (!drag || (!drag.isDrag && Math.abs(event.clientX - drag.x) < CLICK_PX)) return;
    drag.isDrag = true;
    const span = spanBetween(scale, placeOf(drag.x), placeOf(event.clientX));
    if (span.from !== from || span.to !== to) onChange(span.from, span.to);
  };
  const onPointerUp = (event: PointerEvent) => {
    const drag = begun.current;
    begun.current = null;
    if (!drag || drag.isDrag) return;
    const chosen = classAt(scale, placeOf(event.clientX));
    if (chosen.from === from && chosen.to === to) onChange(scale.least, scale.most);
    else onChange(chosen.from, chosen.to);
  };
  const onPointerCancel = () => {
    begun.current = null;
  };
  return <div ref={box} className="scale-brush" onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerCancel}>{children}</div>;
}
