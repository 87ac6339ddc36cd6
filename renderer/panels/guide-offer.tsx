import { rememberGuide, startGuide } from '../state/guide-store.ts';
import { useHost } from '../state/host-store.ts';
import './guide.css';

/** Offers the guide to who is new, among what there is to read of the map: over nothing, and without taking the focus. */
export function GuideOffer() {
  const isNew = useHost(({ info }) => info?.guide === 'new');
  if (!isNew) return null;
  return (
    <section className="guide-offer" aria-label="New here?">
      <p><strong>New here?</strong> Take the one-minute tour.</p>
      <div className="guide-actions">
        <button type="button" className="button small" onClick={rememberGuide}>No, thanks</button>
        <button type="button" className="button small primary" onClick={startGuide}>Start</button>
      </div>
    </section>
  );
}
