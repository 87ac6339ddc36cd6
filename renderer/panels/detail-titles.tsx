import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MapConcept, MapPaper, MapTopic } from '../../shared/topic-map.ts';
import { EditableLabel } from '../parts/editable-label.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { StarButton } from '../parts/star-button.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import type { AnnotationTarget } from '../state/annotations.ts';
import { renameConcept } from '../state/correct-actions.ts';
import { renameTopic } from '../state/edit-actions.ts';
import { useGivenName } from '../state/given-names.ts';
import { beginRenaming, endRenaming, useRenaming, type RenamingTarget } from '../state/renaming-store.ts';
import './annotation-editor.css';

/** A paper's title and its star. */
export function PaperTitle({ paper: { id, title } }: { paper: MapPaper }) {
  return <StarredTitle target={{ kind: 'paper', id }}><h2 className="detail-title">{title}</h2></StarredTitle>;
}

/** A topic's name, which can be changed in its place, and its star. `position` is the place of its colour in the palette. */
export function TopicTitle({ topic: { id, label }, position }: { topic: MapTopic; position: number | null }) {
  return <RenamableTitle target={{ kind: 'topic', id }} label={label} dot={<TopicDot position={position} />} rename={renameTopic} />;
}

/** A concept's name, which can be changed in its place, and its star. */
export function ConceptTitle({ concept: { id, label } }: { concept: MapConcept }) {
  return <RenamableTitle target={{ kind: 'concept', id }} label={label} dot={null} rename={renameConcept} />;
}

interface RenamableProps {
  target: RenamingTarget;
  label: string;
  dot: ReactNode;
  rename: (id: string, label: string) => Promise<void>;
}

function RenamableTitle({ target, label, dot, rename }: RenamableProps) {
  const given = useGivenName(target);
  const isRenaming = useRenaming(({ target: current }) => current?.kind === target.kind && current.id === target.id);
  if (isRenaming) {
    return (
      <EditableLabel
        label={`Name of the ${target.kind}`}
        value={given ?? label}
        onDone={(name) => {
          endRenaming();
          if (name !== null) void rename(target.id, name);
        }}
      />
    );
  }
  return (
    <StarredTitle target={target} more={<IconButton icon={Pencil} label="Rename" hint="F2" onClick={() => beginRenaming(target)} />}>
      <h2 className={`detail-title ${given === null ? '' : 'is-given'}`} aria-busy={given === null ? undefined : true}>{dot}{given ?? label}</h2>
    </StarredTitle>
  );
}

function StarredTitle({ target, more = null, children }: { target: AnnotationTarget; more?: ReactNode; children: ReactNode }) {
  return (
    <div className="title-row">
      {children}
      <div className="title-actions">
        <StarButton target={target} hint="S" />
        {more}
      </div>
    </div>
  );
}
