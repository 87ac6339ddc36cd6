import { join } from 'node:path';
import { z } from 'zod';
import { settingsFile, type SettingsFile } from '../host-settings.ts';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
const windowStateSchema = z.strictObject({ bounds: boundsSchema.nullable(), maximized: z.boolean() });

/** Where the window was when it was closed; `bounds` are those of the window when not maximized. */
export type WindowState = z.infer<typeof windowStateSchema>;

export const MINIMUM_SIZE = { width: 800, height: 560 };
const DEFAULT_SIZE = { width: 1440, height: 900 };

/** The part of the title bar that must be on a screen for the window to be reachable. */
const REACHABLE = { width: 120, height: 40 };

export function windowStateFile(folder: string): SettingsFile<WindowState> {
  return settingsFile(join(folder, 'window.json'), windowStateSchema, { bounds: null, maximized: false });
}

/**
 * Bounds to open the window with on the displays there are now, given by their work areas, the primary first: those
 * remembered, made to fit the display they lie on, or the default size, centred (x and y left out), where no display shows them any more.
 */
export function fittingBounds(remembered: Bounds | null, workAreas: readonly Bounds[]): { x?: number; y?: number; width: number; height: number } {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  const display = remembered && workAreas.find((area) => showsTitleBar(remembered, area));
  if (!remembered || !display) {
    return { width: Math.min(DEFAULT_SIZE.width, primary.width), height: Math.min(DEFAULT_SIZE.height, primary.height) };
  }
  return {
    x: remembered.x,
    y: remembered.y,
    width: between(MINIMUM_SIZE.width, remembered.width, display.width),
    height: between(MINIMUM_SIZE.height, remembered.height, display.height),
  };
}

function showsTitleBar(bounds: Bounds, area: Bounds): boolean {
  const shownWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return shownWidth >= REACHABLE.width && bounds.y >= area.y && bounds.y + REACHABLE.height <= area.y + area.height;
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most));
