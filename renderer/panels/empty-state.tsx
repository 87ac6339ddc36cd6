import { ClipboardPaste, FileUp, Sparkles } from 'lucide-react';
import type { RecentLibrary } from '../../shared/library-state.ts';
import iconAddress from '../parts/icon.svg';
import { runCommand, type CommandId } from '../state/commands.ts';
import { useCommand } from '../state/use-command.ts';

const MOST_RECENT = 5;

/** What the window shows while the library has no papers: how to begin. */
export function EmptyState({ recent }: { recent: readonly RecentLibrary[] }) {
  return (
    <main className="body empty" data-part>
      <div className="empty-card">
        <img src={iconAddress} alt="" width={48} height={48} />
        <h2>Begin with a pile of papers</h2>
        <p className="lead">
          Concept Atlas finds the concepts that your papers share, groups the papers into topics and draws them as a map to explore. Nothing leaves this computer.
        </p>
        <div className="empty-actions">
          <StartButton id="library.sample" words="Open sample" icon={Sparkles} look="primary" />
          <StartButton id="library.import" words="Import…" icon={FileUp} look="" />
          <StartButton id="library.paste" words="Paste text…" icon={ClipboardPaste} look="" />
        </div>
        <p className="empty-hint">or drop files anywhere in this window: BibTeX, RIS, CSV, JSON Lines, or text with titles and abstracts</p>
        {recent.length > 0 && <RecentLibraries recent={recent.slice(0, MOST_RECENT)} />}
      </div>
    </main>
  );
}

function StartButton({ id, words, icon: Icon, look }: { id: CommandId; words: string; icon: typeof FileUp; look: string }) {
  const { enabled, run } = useCommand(id);
  return (
    <button type="button" className={`button large ${look}`} disabled={!enabled} onClick={run}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {words}
    </button>
  );
}

function RecentLibraries({ recent }: { recent: readonly RecentLibrary[] }) {
  return (
    <section className="recent" aria-label="Recent libraries">
      <h3 className="section-title">Recent</h3>
      <ul className="plain-list">
        {recent.map(({ id, name, place }) => (
          <li key={id}>
            <button type="button" className="recent-button" onClick={() => runCommand('library.openRecent', id)}>
              <span>{name}</span>
              <span className="recent-place">{place}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
