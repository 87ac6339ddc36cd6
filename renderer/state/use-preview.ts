import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { SettingsPreview } from '../../shared/answers.ts';
import type { Failure } from '../../shared/failures.ts';
import type { MapSettings } from '../../shared/settings.ts';

/** What a change of settings would do, as far as is known. */
export type Preview = { kind: 'none' } | { kind: 'asking' } | { kind: 'known'; preview: SettingsPreview } | { kind: 'failed'; failure: Failure };

const QUIET_MS = 400;

/** The preview under way, if any: another one waits for its end. */
let running: Promise<unknown> | null = null;

/** Ends the preview that is under way; resolves when nothing runs any more. */
export async function cancelPreview(): Promise<void> {
  if (!running) return;
  await call('job.cancel', {});
  await running;
}

/** What these changes would do to the map: asked once they rest, given up when they change again. Nothing is asked of no changes or of impossible ones (null). */
export function usePreview(changes: Partial<MapSettings> | null): Preview {
  const question = changes === null || Object.keys(changes).length === 0 ? null : JSON.stringify(changes);
  const [answered, setAnswered] = useState<{ question: string; preview: Preview } | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => void ask(), QUIET_MS);
    const ask = async () => {
      await cancelPreview();
      if (!isWanted) return;
      const asking = call('settings.preview', { settings: JSON.parse(question) as Partial<MapSettings> });
      running = asking;
      const reply = await asking;
      if (running === asking) running = null;
      if (isWanted) setAnswered({ question, preview: reply.ok ? { kind: 'known', preview: reply.value } : { kind: 'failed', failure: reply.failure } });
    };
    return () => {
      isWanted = false;
      clearTimeout(timer);
      void cancelPreview();
    };
  }, [question]);
  if (question === null) return { kind: 'none' };
  return answered?.question === question ? answered.preview : { kind: 'asking' };
}
