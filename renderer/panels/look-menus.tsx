import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { knownColourings, type EncodedFacts } from '../../shared/encoding.ts';
import { knowsCitations } from '../../shared/paper-sizes.ts';
import { COLOURINGS, SIZINGS, type Colouring, type Sizing } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { useFacts } from '../state/facts-store.ts';
import { colourBy } from '../state/look-actions.ts';
import { COLOURING_WORDS, SIZING_WORDS } from '../../shared/look-words.ts';
import { setLook, useView } from '../state/view-store.ts';

interface Props {
  map: TopicMap;
  facts: EncodedFacts;
}

interface Choice<T extends string> {
  value: T;
  name: string;
  /** Why it cannot be chosen; null where it can. */
  why: string | null;
}

/** What colours tell: what no paper has cannot be chosen, and says so. */
export function ColourMenu({ map }: Pick<Props, 'map'>) {
  const colouring = useView((state) => state.look.colourBy);
  const known = knownColourings(map);
  const choices = COLOURINGS.map((value): Choice<Colouring> => ({ value, name: COLOURING_WORDS[value].name, why: known[value] ? null : COLOURING_WORDS[value].unknown }));
  return <LookMenu label="Colour by" choices={choices} value={colouring} onChange={colourBy} />;
}

/** What the size of papers tells. Whether citations are known is asked for when the menu is opened. */
export function SizeMenu({ map, facts }: Props) {
  const sizing = useView((state) => state.look.sizeBy);
  const [isOpen, setIsOpen] = useState(false);
  const loaded = useFacts(map, isOpen);
  const hasCitations = knowsCitations(loaded ?? facts);
  const choices = SIZINGS.map((value): Choice<Sizing> => ({ value, name: SIZING_WORDS[value].name, why: value === 'citations' && !hasCitations ? SIZING_WORDS[value].unknown : null }));
  return <LookMenu label="Size by" choices={choices} value={sizing} onChange={(sizeBy) => setLook({ sizeBy })} onOpen={setIsOpen} />;
}

interface LookMenuProps<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
  onOpen?: (isOpen: boolean) => void;
}

function LookMenu<T extends string>({ label, choices, value, onChange, onOpen }: LookMenuProps<T>): ReactNode {
  const current = choices.find((choice) => choice.value === value);
  const choose = (wanted: string) => {
    const choice = choices.find((candidate) => candidate.value === wanted);
    if (choice) onChange(choice.value);
  };
  return (
    <Menu position="bottom-start" width={216} {...(onOpen && { onChange: onOpen })}>
      <Menu.Target>
        <button type="button" className="map-bar-button">
          <span className="map-bar-label">{label}</span> {current?.name}
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value} onChange={choose}>
          {choices.map(({ value: each, name, why }) => (
            <Menu.RadioItem key={each} value={each} disabled={why !== null} closeMenuOnClick>
              {name}
              {why !== null && <span className="menu-place">{why}</span>}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
