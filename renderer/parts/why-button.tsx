import { goTo } from '../state/navigation.ts';

/** Leads to why two papers are related; `describedBy` is the id of an element that names what it is about. */
export function WhyButton({ source, target, describedBy }: { source: string; target: string; describedBy: string }) {
  return (
    <button type="button" className="why-button" aria-describedby={describedBy} onClick={() => goTo({ kind: 'link', source, target })}>
      Why?
    </button>
  );
}
