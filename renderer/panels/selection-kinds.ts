import { Columns2, FileText, Files, Link2, Map as MapIcon, Route, Shapes, Tag, type LucideIcon } from 'lucide-react';
import type { Selection } from '../../shared/settings.ts';

/** What a kind of selection is called, and its icon. */
export interface SelectionKind {
  label: string;
  icon: LucideIcon;
}

const KINDS: Record<Selection['kind'], SelectionKind> = {
  paper: { label: 'Paper', icon: FileText },
  concept: { label: 'Concept', icon: Tag },
  topic: { label: 'Topic', icon: Shapes },
  link: { label: 'Link', icon: Link2 },
  path: { label: 'Path', icon: Route },
  compare: { label: 'Two topics', icon: Columns2 },
  papers: { label: 'Several papers', icon: Files },
};

/** What kind of thing is selected; null stands for the map as a whole. */
export function selectionKind(selection: Selection | null): SelectionKind {
  return selection === null ? { label: 'Map', icon: MapIcon } : KINDS[selection.kind];
}
