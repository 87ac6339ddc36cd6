import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDialog } from '../state/dialog-store.ts';
import { takePageFiles } from '../state/import-actions.ts';

/** The whole window as a place to drop files, and what it shows while some hover over it. */
export function DropTarget() {
  const [isOver, setIsOver] = useState(false);
  const isForThesauri = useDialog(({ kind }) => kind === 'thesauri');
  useEffect(() => listenToDrops(setIsOver), []);
  if (!isOver) return null;
  return (
    <div className="drop-overlay">
      <div className="drop-card"><FileUp size={28} strokeWidth={1.5} aria-hidden />{isForThesauri ? 'Drop to add as a thesaurus' : 'Drop to import'}</div>
    </div>
  );
}

function listenToDrops(show: (isOver: boolean) => void): () => void {
  let depth = 0;
  const change = (by: number) => {
    depth = Math.max(0, depth + by);
    show(depth > 0);
  };
  const handlers: Record<string, (event: DragEvent) => void> = {
    dragenter: () => change(1),
    dragleave: () => change(-1),
    dragover: (event) => event.preventDefault(),
    drop: (event) => {
      event.preventDefault();
      change(-depth);
      void takePageFiles([...(event.dataTransfer?.files ?? [])], useDialog.getState().kind === 'thesauri' ? 'thesaurus' : 'import');
    },
  };
  const listener = (event: Event) => {
    if (event instanceof DragEvent && event.dataTransfer?.types.includes('Files')) handlers[event.type]?.(event);
  };
  for (const type of Object.keys(handlers)) window.addEventListener(type, listener);
  return () => {
    for (const type of Object.keys(handlers)) window.removeEventListener(type, listener);
  };
}
