import { useMapTool } from '../state/map-tool-store.ts';

/** Says at the foot of the map what keys do while they move what is selected. It is read out by the announcer. */
export function CarryCaption() {
  const isCarrying = useMapTool(({ tool }) => tool === 'carry');
  if (!isCarrying) return null;
  return (
    <p className="hover-caption carry-caption" aria-hidden>
      <span>Arrow keys move it, with <kbd>Shift</kbd> further</span>
      <span><kbd>Enter</kbd> puts it there</span>
      <span><kbd>Esc</kbd> takes it back</span>
    </p>
  );
}
