import { BoxSelect, Lasso, type LucideIcon } from 'lucide-react';
import type { MapTool } from '../map/graph-view-types.ts';
import { IconButton } from '../parts/icon-button.tsx';
import type { CommandId } from '../state/commands.ts';
import { useMapTool } from '../state/map-tool-store.ts';
import { useCommand } from '../state/use-command.ts';

/** The tools that choose several papers on the map. */
export function MapTools() {
  return (
    <>
      <ToolButton id="map.box" tool="box" icon={BoxSelect} />
      <ToolButton id="map.lasso" tool="lasso" icon={Lasso} />
    </>
  );
}

function ToolButton({ id, tool, icon }: { id: CommandId; tool: MapTool; icon: LucideIcon }) {
  const { label, enabled, shortcut, run } = useCommand(id);
  const isInUse = useMapTool((state) => state.tool === tool);
  return <IconButton icon={icon} label={label} hint={isInUse ? 'Esc ends' : shortcut} aria-pressed={isInUse} disabled={!enabled} onClick={run} className="tool-button" />;
}
