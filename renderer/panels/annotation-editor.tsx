import { TagsInput } from '@mantine/core';
import { StickyNote } from 'lucide-react';
import { useCallback, useState } from 'react';
import { NoteField } from '../parts/note-field.tsx';
import { setNote, setTags } from '../state/annotate-actions.ts';
import { annotationOf, tagsInUse, targetKey, useAnnotations, type AnnotationTarget } from '../state/annotations.ts';
import './annotation-editor.css';

/** Tags and a note on a paper, topic or concept. */
export function AnnotationEditor({ target }: { target: AnnotationTarget }) {
  return <Editor key={targetKey(target)} target={target} />;
}

function Editor({ target: { kind, id } }: { target: AnnotationTarget }) {
  const annotations = useAnnotations();
  const { tags, note } = annotationOf(annotations, { kind, id });
  const [isWriting, setIsWriting] = useState(false);
  const keep = useCallback((text: string) => setNote({ kind, id }, text), [kind, id]);
  const isOpen = isWriting || note !== '';
  return (
    <div className="annotation">
      <div className="annotation-row">
        <TagsInput
          aria-label="Tags"
          placeholder={tags.length === 0 ? 'Add tags' : ''}
          value={tags}
          data={tagsInUse(annotations)}
          maxTags={50}
          size="xs"
          variant="unstyled"
          comboboxProps={{ withinPortal: true }}
          classNames={{ root: 'tags', input: 'tags-input', pill: 'tag-pill' }}
          onChange={(next) => void setTags({ kind, id }, next)}
        />
        {!isOpen && (
          <button type="button" className="button quiet small" onClick={() => setIsWriting(true)}>
            <StickyNote size={14} aria-hidden /> Add a note
          </button>
        )}
      </div>
      {isOpen && <NoteField label={`Note on this ${kind}`} note={note} keep={keep} isFocused={isWriting} onLeftEmpty={() => setIsWriting(false)} />}
    </div>
  );
}
