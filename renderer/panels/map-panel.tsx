import { Maximize, Minus, Plus } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { MapLook } from '../../shared/picture/map-look.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import type { GraphEvents, GraphScene } from '../map/graph-view-types.ts';
import { MapCanvas } from '../map/map-canvas.tsx';
import { CommandIcon } from '../parts/command-button.tsx';
import { useStarred } from '../state/annotations.ts';
import { dropNodes, followDrag } from '../state/drag-actions.ts';
import { openContextMenu } from '../state/context-menu-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useFacts } from '../state/facts-store.ts';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { useMapFocus } from '../state/map-focus-store.ts';
import { useHover } from '../state/hover-store.ts';
import { selectOnMap } from '../state/navigation.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { useLessMotion } from '../state/motion-store.ts';
import { putCarried } from '../state/carry-actions.ts';
import { useMapTool } from '../state/map-tool-store.ts';
import { usePath } from '../state/path-store.ts';
import { pickedKinds } from '../state/pick.ts';
import { selectMany } from '../state/select-many.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';
import { useMatches } from '../state/use-matches.ts';
import { selected, setViewport, useSelection, useView } from '../state/view-store.ts';
import { publishCovers } from '../parts/map-covers.ts';
import { publishEdges } from '../parts/map-edges.ts';
import { Announcer } from './announcer.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { CarryCaption } from './carry-caption.tsx';
import { HoverCaption } from './hover-caption.tsx';
import { MapBar } from './map-bar.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapTools } from './map-tools.tsx';
import { Minimap } from './minimap.tsx';
import './map-panel.css';

const EVENTS: GraphEvents = {
  onSelect: selectOnMap,
  onSelectMany: selectMany,
  onFocus: (id) => useMapFocus.setState({ id }),
  onMenu: openContextMenu,
  onHover: (id) => useHover.setState({ id }),
  onViewport: setViewport,
  onDrag: followDrag,
  onMove: dropNodes,
  onCarried: putCarried,
};

/** The map with its zoom buttons. `loads` changes when another map takes the place of this one: then the kept viewport is shown, or all of it. */
export function MapPanel({ map, loads }: { map: TopicMap; loads: number }) {
  const look = useView((state) => state.look);
  const facts = useFacts(map, needsFacts(look));
  return (
    <section className="map-panel" aria-label="Map view" data-part ref={publishEdges}>
      <h2 className="visually-hidden">Map</h2>
      <Announcer map={map} />
      <MapBar map={map} facts={facts} tools={<MapTools />} filters={<FilterPopover map={map} />} />
      <div className="map-stage" ref={publishCovers}>
        <Canvas map={map} facts={facts} />
        <InitialViewport key={loads} />
        <PathInSight />
        <FilterChips map={map} />
        <div className="map-controls">
          <CommandIcon id="map.zoomIn" icon={Plus} />
          <CommandIcon id="map.zoomOut" icon={Minus} />
          <CommandIcon id="map.fit" icon={Maximize} />
        </div>
        <div className="map-foot">
          <MapLegend map={map} facts={facts} />
          <HoverCaption map={map} />
          <CarryCaption />
          <Minimap map={map} facts={facts} />
        </div>
      </div>
    </section>
  );
}

/** The map itself. What is selected changes this alone, not what stands around it. */
function Canvas({ map, facts }: { map: TopicMap; facts: GraphScene['facts'] }) {
  return <MapCanvas scene={useScene(map, facts)} events={EVENTS} viewRef={graphViewHandle} />;
}

/** Shows the part of the map that was in sight when the library was left, or all of it. Has to come after the canvas. */
function InitialViewport() {
  useEffect(() => {
    const { viewport } = useView.getState();
    if (viewport) graphViewHandle.current?.setViewport(viewport);
    else graphViewHandle.current?.fit();
  }, []);
  return null;
}

/** Brings a path into sight once it is known. Has to come after the canvas. */
function PathInSight() {
  const path = usePath();
  useEffect(() => {
    const selection = selected();
    if (path && selection?.kind === 'path') graphViewHandle.current?.travelTo(selection);
  }, [path]);
  return null;
}

/** Whether colours or sizes tell what the map itself does not hold. */
function needsFacts({ colourBy, sizeBy }: MapLook): boolean {
  return colourBy === 'source' || sizeBy === 'citations';
}

function useScene(map: TopicMap, facts: GraphScene['facts']): GraphScene {
  const view = useView((state) => state.view);
  const hiddenTopics = useView((state) => state.hiddenTopics);
  const selection = useSelection();
  // What is typed appears at once; the map may take a moment longer.
  const matches = useDeferredValue(useMatches(map).onMap);
  const look = useView((state) => state.look);
  const pinnedIds = useOpenLibrary()?.pinned;
  const pinned = useMemo(() => new Set(pinnedIds), [pinnedIds]);
  const starred = useStarred();
  const path = usePath();
  const picking = useDialog((dialog) => (dialog.kind === 'pick' ? pickedKinds(dialog.purpose, dialog.from) : null));
  const tool = useMapTool((state) => state.tool);
  const theme = useColourScheme();
  const reducedMotion = useLessMotion();
  return useMemo<GraphScene>(
    () => ({ map, view, selection, hiddenTopics: new Set(hiddenTopics), focusedTopic: selection?.kind === 'topic' ? selection.id : null, matches, look, facts, path, pinned, starred, picking, tool, theme, reducedMotion }),
    [map, view, look, facts, path, pinned, starred, picking, tool, selection, hiddenTopics, matches, theme, reducedMotion],
  );
}
