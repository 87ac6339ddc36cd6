import { MousePointerClick, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { PathEnd } from '../../shared/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Picker } from '../parts/picker.tsx';
import { closeDialog, useDialog } from '../state/dialog-store.ts';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { useOpenMap } from '../state/library-store.ts';
import { isOnMap, mapIndex, type MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { usePanels } from '../state/panel-store.ts';
import { pickCandidates, pickedKinds, type PickPurpose } from '../state/pick.ts';
import { endName } from '../state/selection-names.ts';
import { useView } from '../state/view-store.ts';
import './pick-card.css';

const KINDS = { papers: 'paper', topics: 'topic', both: 'paper or topic' } as const;

/** Asks for the other paper or topic of a comparison or a path, while map and lists stay in reach: it is found by its name, or chosen wherever it is. */
export function PickCard() {
  const dialog = useDialog();
  const map = useOpenMap();
  const from = dialog.kind === 'pick' ? dialog.from : null;
  const isGone = from !== null && !isOnMap(map, from);
  useEffect(() => {
    if (isGone) closeDialog();
  }, [isGone]);
  if (dialog.kind !== 'pick' || !map || isGone) return null;
  return <Card key={`${dialog.purpose} ${dialog.from.id}`} purpose={dialog.purpose} from={dialog.from} index={mapIndex(map)} map={map} />;
}

interface CardProps {
  purpose: PickPurpose;
  from: PathEnd;
  map: NonNullable<ReturnType<typeof useOpenMap>>;
  index: MapIndex;
}

function Card({ purpose, from, map, index }: CardProps) {
  const card = useRef<HTMLElement>(null);
  const hintId = useId();
  const options = useMemo(() => pickCandidates(purpose, from, map), [map, purpose, from]);
  const isMapCovered = usePanels((state) => state.drawer === 'full') && useView.getState().drawer !== 'closed';
  const kind = KINDS[pickedKinds(purpose, from)];
  const fold = useFold();
  useFocusWithin(card);
  useEscape(closeDialog);
  return (
    // A dialog that leaves the rest of the window in reach: the element of that name would not.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions
    <section ref={card} role="dialog" aria-label={purpose === 'path' ? 'Find a path' : 'Compare'} aria-describedby={hintId} className={`pick-card ${fold.isFolded ? 'is-folded' : ''}`} onKeyDown={fold.open} onPointerEnter={fold.open}>
      <div className="pick-card-head">
        <p className="pick-card-lead">{purpose === 'path' ? 'From' : 'Compare'} <strong>{endName(from, index)}</strong> {purpose === 'path' ? 'to' : 'with'}</p>
        <IconButton icon={X} label="Close" hint="Esc" onClick={closeDialog} />
      </div>
      <Picker label={`Find a ${kind}`} placeholder={`Find a ${kind}`} options={options} none={`No ${kind} has such a name. Try fewer or other words.`} onPick={({ end }) => goTo(end)} />
      <div className="pick-card-foot">
        <button type="button" className="button quiet small" disabled={isMapCovered} onClick={() => graphViewHandle.current?.focus()}>
          <MousePointerClick size={14} aria-hidden /> Choose on the map
        </button>
        <p id={hintId} className="note">Or click a {kind} on the map or in a list. On the map arrow keys walk and Enter chooses. Esc ends.</p>
      </div>
    </section>
  );
}

/** The list makes room for the map while the pointer is there, until something is typed or the pointer comes back. */
function useFold(): { isFolded: boolean; open: () => void } {
  const [isFolded, setIsFolded] = useState(false);
  useEffect(() => {
    const onMove = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest('.map-canvas')) setIsFolded(true);
    };
    window.addEventListener('pointermove', onMove);
    return () => window.removeEventListener('pointermove', onMove);
  }, []);
  return { isFolded, open: () => setIsFolded(false) };
}

/** Takes the focus to the first field of an element, and back to where it was once that is gone. */
function useFocusWithin(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = card.current;
    const before = document.activeElement;
    element?.querySelector('input')?.focus();
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body || element?.contains(document.activeElement) === true;
      if (!isLost) return;
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus({ preventScroll: true });
      else graphViewHandle.current?.focus();
    };
  }, [card]);
}

/** Escape, wherever the focus is, unless something nearer used it. */
function useEscape(end: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      end();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [end]);
}
