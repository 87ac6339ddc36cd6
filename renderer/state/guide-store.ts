import { create } from 'zustand';
import { call } from '../api/call.ts';
import { GUIDE_STEPS } from './guide-steps.ts';
import { useHost } from './host-store.ts';

/** Where the guide is: not shown, or at a step. `before` is what had the focus when it began. */
type Guide = { kind: 'closed' } | { kind: 'shown'; at: number; before: Element | null };

export const useGuide = create<Guide>()(() => ({ kind: 'closed' }));

/** Begins the guide at its first step. */
export function startGuide(): void {
  useGuide.setState({ kind: 'shown', at: 0, before: document.activeElement }, true);
  GUIDE_STEPS[0]?.prepare();
  rememberGuide();
}

/** Goes to the next step (1) or the one before (-1); after the last one the guide ends. */
export function stepGuide(by: -1 | 1): void {
  const guide = useGuide.getState();
  if (guide.kind === 'closed') return;
  const step = GUIDE_STEPS[guide.at + by];
  if (!step) return by === 1 ? endGuide() : undefined;
  step.prepare();
  useGuide.setState({ ...guide, at: guide.at + by }, true);
}

/** Ends the guide; what had the focus before has it again. */
export function endGuide(): void {
  const guide = useGuide.getState();
  useGuide.setState({ kind: 'closed' }, true);
  if (guide.kind === 'shown' && guide.before instanceof HTMLElement && guide.before.isConnected) guide.before.focus({ preventScroll: true });
}

/** Offers the guide no more. */
export function rememberGuide(): void {
  const { info } = useHost.getState();
  if (!info || info.guide === 'seen') return;
  useHost.setState({ info: { ...info, guide: 'seen' } });
  void call('host.setGuide', { guide: 'seen' });
}
