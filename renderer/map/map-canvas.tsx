/// <reference types="vite/client" />
import { useEffect, useId, useLayoutEffect, useRef, type RefObject } from 'react';
import type { GraphEvents, GraphScene, GraphView } from './graph-view-types.ts';
import { createGraphView } from './graph-view.ts';
import './map-canvas.css';

export interface MapCanvasProps {
  scene: GraphScene;
  events: GraphEvents;
  /** Filled with the view while the map is mounted, before the effects of its parents run. */
  viewRef: RefObject<GraphView | null>;
}

/** The map as a part of the window: fills its parent, takes the keyboard, owns the view's life. */
export function MapCanvas({ scene, events, viewRef }: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const latestEvents = useRef(events);
  const keysId = useId();

  useEffect(() => {
    latestEvents.current = events;
  }, [events]);

  useLayoutEffect(() => {
    if (!container.current) return undefined;
    const view = createGraphView(container.current, {
      onSelect: (selection) => latestEvents.current.onSelect(selection),
      onSelectMany: (papers, mode) => latestEvents.current.onSelectMany(papers, mode),
      onFocus: (id) => latestEvents.current.onFocus(id),
      onMenu: (selection, at) => latestEvents.current.onMenu(selection, at),
      onHover: (id) => latestEvents.current.onHover(id),
      onViewport: (viewport) => latestEvents.current.onViewport(viewport),
      onDrag: (drag) => latestEvents.current.onDrag(drag),
      onCarried: (nodes) => latestEvents.current.onCarried(nodes),
      onMove: (nodes, drag) => latestEvents.current.onMove(nodes, drag),
    });
    viewRef.current = view;
    return () => {
      viewRef.current = null;
      view.destroy();
    };
  }, [viewRef]);

  useLayoutEffect(() => {
    viewRef.current?.show(scene);
  }, [scene, viewRef]);

  return (
    <div className="map-frame">
      {/* The map is one widget that handles keys itself; the outline gives the same content as a tree. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={container} className="map-canvas" role="application" aria-label="Map" aria-describedby={keysId} tabIndex={0} data-main />
      <p id={keysId} hidden>
        Arrow keys walk from paper to paper, and in the overview of a large map from topic to topic, into which Enter zooms. X adds the paper you are on to several, Escape clears. Shift and arrow keys move the map, plus and minus zoom, zero shows the whole map. Home goes to the paper with the most links. Shift and F10 opens the menu of what you are on.
      </p>
    </div>
  );
}
