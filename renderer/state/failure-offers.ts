import type { FailureCode } from '../../shared/failures.ts';
import { runCommand } from './commands.ts';
import { cancelTask } from './import-actions.ts';
import type { MessageAction } from './message-store.ts';

const RELOAD: MessageAction = { label: 'Reload', run: () => window.location.reload() };
const IMPORT: MessageAction = { label: 'Choose another…', run: () => runCommand('library.import') };
const OPEN: MessageAction = { label: 'Open another…', run: () => runCommand('library.open') };
const THESAURI: MessageAction = { label: 'Thesauri…', run: () => runCommand('thesaurus.open') };

const OFFERS: Partial<Record<FailureCode, MessageAction>> = {
  'call.unknown': RELOAD,
  internal: RELOAD,
  'call.busy': { label: 'Cancel that task', run: () => void cancelTask() },
  'import.unreadable': IMPORT,
  'import.binary': IMPORT,
  'import.missing': IMPORT,
  'import.format': IMPORT,
  'import.noPapers': IMPORT,
  'library.open': OPEN,
  'library.newer': OPEN,
  'library.foreign': OPEN,
  'library.write': { label: 'Save as…', run: () => runCommand('library.saveAs') },
  'thesaurus.unreadable': THESAURI,
  'thesaurus.faults': THESAURI,
  'thesaurus.context': THESAURI,
  'thesaurus.unknown': THESAURI,
  'map.empty': { label: 'Open sample', run: () => runCommand('library.sample') },
};

/** What a message can do about a failure by one click, where there is something. */
export function failureOffer(code: FailureCode): MessageAction | null {
  return OFFERS[code] ?? null;
}
