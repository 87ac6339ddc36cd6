import { DEFAULT_VIEW_STATE } from '../../shared/settings.ts';
import type { EngineClient } from '../../electron/engine/commands.ts';

/** The change of a step: imports of forty papers, moves, names, settings, undo and redo, in a cycle. Needs nothing but its number. */
export async function killStep(engine: EngineClient, step: number): Promise<void> {
  const round = Math.floor(step / 6);
  switch (step % 6) {
    case 0:
      await engine.call('library.importText', { text: Array.from({ length: 40 }, (_, paper) => `paper ${round} ${paper}`).join('\n'), name: `round ${round}` });
      return;
    case 1:
      await engine.call('edit.apply', { edit: { kind: 'move', nodes: [{ id: `paper-${round}-1`, x: step, y: -step }, { id: `paper-${round}-2`, x: step, y: step }] } });
      return;
    case 2:
      await engine.call('edit.apply', { edit: { kind: 'settings', settings: { seed: step } } });
      return;
    case 3:
      await engine.call('edit.undo', {});
      return;
    case 4:
      await engine.call('edit.redo', {});
      return;
    default:
      await engine.call('view.save', { view: { ...DEFAULT_VIEW_STATE, view: 'both', hiddenTopics: [`round ${round}`], viewport: { zoom: step, x: 0, y: 0 } } });
  }
}
