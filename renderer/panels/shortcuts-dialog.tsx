import { useMemo, useState } from 'react';
import { findKeys, keyHelp, type KeyHelpGroup } from '../state/key-help.ts';
import './shortcuts-dialog.css';

/** All keys by group, those of the map and of lists too, with a field that finds some. */
export function ShortcutsDialog() {
  const [typed, setTyped] = useState('');
  const all = useMemo(() => keyHelp(), []);
  const groups = findKeys(all, typed);
  return (
    <>
      <div className="shortcuts-search">
        <input type="text" className="text-field" aria-label="Find a shortcut" placeholder="Find by what it does or by its keys" data-autofocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <div className="shortcut-groups">{groups.map((group) => <Group key={group.title} group={group} />)}</div>
      {groups.length === 0 && <p className="shortcuts-nothing">No shortcut for “{typed.trim()}”. The list of all commands (Help) finds what has no keys.</p>}
    </>
  );
}

function Group({ group: { title, rows } }: { group: KeyHelpGroup }) {
  return (
    <section className="shortcut-group">
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {rows.map(({ says, keys, mouse }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{mouse ?? keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
