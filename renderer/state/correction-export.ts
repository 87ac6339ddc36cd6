import { call } from '../api/call.ts';
import type { CorrectionFormat } from '../../shared/export-options.ts';
import { saveBytes } from './downloads.ts';
import { sayDone, sayFailed } from './message-store.ts';

/** Gives the user the corrections in force as a thesaurus that other collections, and VOSviewer, can use. */
export async function exportCorrections(format: CorrectionFormat): Promise<void> {
  const reply = await call('thesaurus.export', { format });
  if (!reply.ok) return sayFailed(reply.failure);
  if (await saveBytes(reply.value)) sayDone(`Saved the corrections as ${reply.value.name}.`);
}
