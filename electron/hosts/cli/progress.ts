import type { Progress } from '../../../shared/contract.ts';
import type { Watch } from '../../engine/model.ts';

const WIDTH = 24;
const PAUSE_MS = 80;

/** Progress on stderr: a bar on a terminal, a line a stage elsewhere, nothing when quiet. */
export function stderrWatch(quiet: boolean): Watch & { end(): void } {
  let stage = '';
  let drawnAt = 0;
  const terminal = process.stderr.isTTY;
  const draw = (progress: Progress) => {
    const part = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
    const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r\u001b[K${bar} ${progress.label}`);
  };
  return {
    check: () => undefined,
    progress(progress) {
      if (quiet) return;
      const changed = progress.stage !== stage;
      stage = progress.stage;
      if (!terminal) {
        if (changed) process.stderr.write(`${progress.label} …\n`);
        return;
      }
      if (!changed && performance.now() - drawnAt < PAUSE_MS) return;
      drawnAt = performance.now();
      draw(progress);
    },
    end() {
      if (terminal && !quiet && stage !== '') process.stderr.write('\r\u001b[K');
    },
  };
}
