import { X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { encodeColours, type EncodedFacts } from '../../shared/encoding.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { boxAround, frameOf, isAllInSight, minimapPlace, type MinimapPlace, type Rectangle } from '../state/minimap-place.ts';
import { toggleMinimap, useMinimap } from '../state/minimap-store.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';
import { useView } from '../state/view-store.ts';
import './minimap.css';

const WIDTH = 148;
const HEIGHT = 100;
const DOT = 1.6;
/** Part of what is in sight that an arrow key moves by. */
const STEP = 0.2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

interface Dot {
  x: number;
  y: number;
  /** CSS colour, as on the map. */
  fill: string;
}

/** The whole map in small, in the colours of the map, with a frame around the part in sight, while that is not all of it. */
export function Minimap({ map, facts }: { map: TopicMap; facts: EncodedFacts }) {
  const isWanted = useMinimap(({ state }) => state === 'shown');
  const dots = useDots(map, facts);
  const box = useMemo(() => boxAround(dots), [dots]);
  return isWanted && box ? <MinimapCard dots={dots} box={box} /> : null;
}

function MinimapCard({ dots, box }: { dots: readonly Dot[]; box: Rectangle }) {
  const card = useRef<HTMLElement>(null);
  const frame = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = useMemo(() => minimapPlace(box, WIDTH, HEIGHT), [box]);
  const drag = useDrag(place);
  const keysId = useId();

  useEffect(() => {
    if (canvas.current) drawDots(canvas.current, dots, place);
  }, [dots, place]);

  useEffect(() => {
    const view = graphViewHandle.current;
    if (!view) return undefined;
    const follow = () => {
      const inSight = view.window();
      if (!frame.current || !card.current || !Number.isFinite(inSight.width)) return;
      const { x, y, width, height } = frameOf(inSight, place, WIDTH, HEIGHT);
      Object.assign(frame.current.style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });
      card.current.toggleAttribute('data-idle', isAllInSight(box, inSight));
    };
    follow();
    return view.onCamera(follow);
  }, [box, place]);

  return (
    <section ref={card} className="minimap" aria-label="Minimap" data-idle="">
      <div className="minimap-ground" {...drag}>
        <canvas ref={canvas} aria-hidden />
        <button ref={frame} type="button" className="minimap-frame" aria-label="Part of the map in sight" aria-describedby={keysId} onKeyDown={panByArrow} onClick={(event) => event.detail === 0 && graphViewHandle.current?.focus()} />
      </div>
      <IconButton icon={X} label="Hide the minimap" className="minimap-close" onClick={toggleMinimap} />
      <p id={keysId} hidden>Arrow keys move it, Enter goes to the map.</p>
    </section>
  );
}

/** What is shown on the map, as dots. */
function useDots(map: TopicMap, facts: EncodedFacts): Dot[] {
  const view = useView((state) => state.view);
  const hiddenTopics = useView((state) => state.hiddenTopics);
  const look = useView((state) => state.look);
  const theme = useColourScheme();
  return useMemo(() => {
    const hidden = new Set<string | null>(hiddenTopics);
    const isShown = ({ topic }: { topic: string | null }) => !hidden.has(topic);
    const colours = encodeColours(map, look, facts, theme);
    if (view === 'concepts') return map.concepts.filter(isShown).map((concept) => ({ x: concept.x, y: concept.y, fill: colours.concept(concept) }));
    return map.papers.filter(isShown).map((paper) => ({ x: paper.x, y: paper.y, fill: colours.paper(paper) }));
  }, [map, view, hiddenTopics, look, facts, theme]);
}

function drawDots(canvas: HTMLCanvasElement, dots: readonly Dot[], { scale, offsetX, offsetY }: MinimapPlace): void {
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = HEIGHT * devicePixelRatio;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(devicePixelRatio, devicePixelRatio);
  const radius = dots.length > 1000 ? DOT * 0.7 : DOT;
  for (const { x, y, fill } of dots) {
    context.fillStyle = fill;
    context.fillRect(x * scale + offsetX - radius, y * scale + offsetY - radius, 2 * radius, 2 * radius);
  }
}

/** Pressing beside the frame brings the map there; dragging moves the map along. */
function useDrag({ scale, offsetX, offsetY }: MinimapPlace) {
  const last = useRef<{ x: number; y: number } | null>(null);
  const moveBy = (dx: number, dy: number) => {
    const view = graphViewHandle.current;
    const zoom = view?.viewport().zoom ?? 1;
    view?.panBy((-dx / scale) * zoom, (-dy / scale) * zoom);
  };
  const pointOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const view = graphViewHandle.current;
    if (event.button !== 0 || !view) return;
    const at = pointOf(event);
    const isOnFrame = event.target instanceof Element && event.target.closest('.minimap-frame') !== null;
    if (!isOnFrame) {
      const { x, y } = view.viewport();
      moveBy(at.x - (x * scale + offsetX), at.y - (y * scale + offsetY));
    }
    last.current = at;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!last.current) return;
    const at = pointOf(event);
    moveBy(at.x - last.current.x, at.y - last.current.y);
    last.current = at;
  };
  const end = () => {
    last.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end };
}

function panByArrow(event: KeyboardEvent): void {
  const arrow = ARROWS[event.key];
  const view = graphViewHandle.current;
  if (!arrow || !view || event.altKey || event.ctrlKey || event.metaKey) return;
  const { width, height } = view.window();
  const { zoom } = view.viewport();
  view.panBy(arrow[0] * STEP * width * zoom, arrow[1] * STEP * height * zoom);
  event.preventDefault();
  event.stopPropagation();
}
