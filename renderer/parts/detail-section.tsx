import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { toggleSection, useIsSectionOpen } from '../state/section-store.ts';

interface Props {
  title: string;
  /** What it is remembered by, where the title changes with what it is about. */
  memory?: string;
  count?: number | undefined;
  children: ReactNode;
}

/** A part of Details under a small heading that folds it away; which ones are folded is remembered. */
export function DetailSection({ title, memory = title, count, children }: Props) {
  const isOpen = useIsSectionOpen(memory);
  const contentId = useId();
  return (
    <div className={`detail-section ${isOpen ? '' : 'is-folded'}`}>
      <h3 className="section-title">
        <button type="button" className="section-toggle" aria-expanded={isOpen} aria-controls={contentId} onClick={() => toggleSection(memory)}>
          {title}
          {count !== undefined && <span className="section-count"> {count.toLocaleString('en')}</span>}
          <ChevronDown className="section-arrow" size={14} aria-hidden />
        </button>
      </h3>
      <div id={contentId} className="section-content" hidden={!isOpen}>{isOpen && children}</div>
    </div>
  );
}
