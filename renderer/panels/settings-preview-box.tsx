import type { SettingsPreview } from '../../shared/answers.ts';
import type { Preview } from '../state/use-preview.ts';
import { counted } from '../state/words.ts';

const FACTS: readonly [keyof SettingsPreview['before'], string][] = [
  ['topics', 'Topics'],
  ['links', 'Links'],
  ['concepts', 'Concepts'],
  ['alone', 'Papers on their own'],
];

/** What the settings as they stand would do to the map. */
export function SettingsPreviewBox({ preview, isPossible }: { preview: Preview; isPossible: boolean }) {
  return (
    <div className="settings-preview" aria-live="polite" aria-busy={preview.kind === 'asking'}>
      {isPossible ? <PreviewWords preview={preview} /> : <p>One of the numbers is out of its range.</p>}
    </div>
  );
}

function PreviewWords({ preview }: { preview: Preview }) {
  switch (preview.kind) {
    case 'none':
      return <p>Change something to see here what it would do. The map stays as it is until you apply it.</p>;
    case 'asking':
      return <p>Working out what would change…</p>;
    case 'failed':
      return <p>{preview.failure.code === 'call.cancelled' ? 'Working out what would change was stopped.' : preview.failure.message}</p>;
    case 'known':
      return <Changes preview={preview.preview} />;
  }
}

function Changes({ preview: { before, after, moved } }: { preview: SettingsPreview }) {
  const changed = FACTS.filter(([key]) => before[key] !== after[key]);
  if (changed.length === 0 && moved === 0) return <p>Nothing would change.</p>;
  return (
    <>
      <ul>
        {changed.map(([key, name]) => (
          <li key={key}>{name} <b>{before[key].toLocaleString('en')} → {after[key].toLocaleString('en')}</b></li>
        ))}
      </ul>
      <p>{moved === 0 ? 'No paper would change its topic.' : `${counted(moved, 'paper')} would be in another topic.`}</p>
    </>
  );
}
