import type { ReactNode } from 'react';

/** A part of Details under a small heading. */
export function DetailSection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <div className="detail-section">
      <h3 className="section-title">
        {title}
        {count !== undefined && <span className="section-count"> {count.toLocaleString('en')}</span>}
      </h3>
      {children}
    </div>
  );
}
