import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { openDialog } from '../state/dialog-store.ts';
import { failureOffer } from '../state/failure-offers.ts';
import { dismiss, useMessages, type Message } from '../state/message-store.ts';
import { IconButton } from './icon-button.tsx';

const SHOWN_MS = 6000;
/** There is time to read a sentence and to reach its button. */
const SHOWN_WITH_OFFER_MS = 12_000;

/** What was done and what failed. Failures stay until dismissed; a report to look at stays too. */
export function Messages() {
  const done = useMessages((state) => state.done);
  const failed = useMessages((state) => state.failed);
  return (
    <section className="messages" aria-label="Messages">
      {failed.map((message) => (
        <FailedMessage key={message.id} message={message} />
      ))}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- output stands for the result of a form */}
      <div role="status">{done && <DoneMessage key={done.id} message={done} />}</div>
    </section>
  );
}

function FailedMessage({ message: { id, text, code } }: { message: Message }) {
  const offer = code && failureOffer(code);
  const take = () => {
    dismiss(id);
    offer?.run();
  };
  return (
    <div role="alert" className="message is-failed">
      <TriangleAlert size={16} aria-hidden />
      <p>{text}</p>
      {offer && <button type="button" className="button quiet small" onClick={take}>{offer.label}</button>}
      <IconButton icon={X} label="Dismiss" onClick={() => dismiss(id)} />
    </div>
  );
}

function DoneMessage({ message }: { message: Message }) {
  const { id, kind, text, report, action } = message;
  const Icon = kind === 'hint' ? Info : CircleCheck;
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (report || isHeld) return undefined;
    const timer = setTimeout(() => dismiss(id), action ? SHOWN_WITH_OFFER_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, report, action, isHeld]);
  const offer = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <div className="message" onMouseEnter={() => setIsHeld(true)} onMouseLeave={() => setIsHeld(false)} onFocus={() => setIsHeld(true)} onBlur={() => setIsHeld(false)}>
      <Icon size={16} aria-hidden className={kind === 'hint' ? 'message-hint' : ''} />
      <p>{text}</p>
      {report && (
        <button type="button" className="button quiet small" onClick={() => openDialog({ kind: 'report', report })}>
          Show report
        </button>
      )}
      {action && <button type="button" className="button quiet small" onClick={offer}>{action.label}</button>}
      <IconButton icon={X} label="Dismiss" onClick={() => dismiss(id)} />
    </div>
  );
}
