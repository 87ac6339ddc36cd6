import type { Direction } from './walk.ts';

/** What a key does on the map. */
export type MapKey =
  | { kind: 'walk'; direction: Direction }
  | { kind: 'pan'; dx: number; dy: number }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' | 'choose' | 'collect' | 'clear' | 'home' | 'menu' };

const PAN_STEP = 80;
export const ZOOM_STEP = 1.35;

const ARROWS: Record<string, { direction: Direction; x: number; y: number }> = {
  ArrowLeft: { direction: 'left', x: 1, y: 0 },
  ArrowRight: { direction: 'right', x: -1, y: 0 },
  ArrowUp: { direction: 'up', x: 0, y: 1 },
  ArrowDown: { direction: 'down', x: 0, y: -1 },
};

/** The meaning of a key press on the map; null for keys that are not the map's (those with Ctrl, Alt or Meta are the window's). Shift and an arrow pan, x or Shift and Space choose one more. */
export function mapKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): MapKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const arrow = ARROWS[event.key];
  if (arrow) return event.shiftKey ? { kind: 'pan', dx: arrow.x * PAN_STEP, dy: arrow.y * PAN_STEP } : { kind: 'walk', direction: arrow.direction };
  switch (event.key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM_STEP };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1 / ZOOM_STEP };
    case '0':
      return { kind: 'fit' };
    case 'Home':
      return { kind: 'home' };
    case 'Enter':
      return { kind: 'choose' };
    case ' ':
      return { kind: event.shiftKey ? 'collect' : 'choose' };
    case 'x':
    case 'X':
      return { kind: 'collect' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return event.shiftKey ? { kind: 'menu' } : null;
    case 'Escape':
      return { kind: 'clear' };
    default:
      return null;
  }
}
