import { Blend } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EncodedFacts } from '../../shared/encoding.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { Tip } from '../parts/tip.tsx';
import { useCommand } from '../state/use-command.ts';
import { useView } from '../state/view-store.ts';
import { ColourMenu, SizeMenu } from './look-menus.tsx';
import './map-bar.css';

interface Props {
  map: TopicMap;
  facts: EncodedFacts;
  /** Tools to work on the map with. */
  tools?: ReactNode;
  /** What narrows the map down, at the right end. */
  filters?: ReactNode;
}

/** The quiet bar at the map's top edge: what colours, sizes and ground tell, tools, and what narrows the map down. */
export function MapBar({ map, facts, tools, filters }: Props) {
  return (
    <section className="map-bar" aria-label="Map display">
      <ColourMenu map={map} />
      <SizeMenu map={map} facts={facts} />
      <DensityButton />
      {tools}
      <div className="map-bar-end">{filters}</div>
    </section>
  );
}

function DensityButton() {
  const { run, shortcut } = useCommand('look.density');
  const isOn = useView((state) => state.look.backdrop === 'density');
  return (
    <Tip says="Shows where papers are many, in place of the areas of topics" hint={shortcut}>
      <button type="button" className="map-bar-button" aria-pressed={isOn} onClick={run}>
        <Blend size={14} strokeWidth={1.75} aria-hidden />
        Density
      </button>
    </Tip>
  );
}
