/** The part of a keyboard event that shortcuts look at. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * True if the keys pressed are this shortcut: names of keys joined by "+", with "Mod" for Command on a Mac and Control elsewhere.
 * Shift counts for letters and named keys only, since signs may need it on some keyboards.
 */
export function isShortcut(press: KeyPress, shortcut: string, onMac: boolean): boolean {
  const { key, modifiers } = parts(shortcut);
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const otherMod = onMac ? press.ctrlKey : press.metaKey;
  if (mod !== modifiers.has('Mod') || otherMod || press.altKey !== modifiers.has('Alt')) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && press.shiftKey !== modifiers.has('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** A shortcut as the user's keyboard has it: "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function shortcutInWords(shortcut: string, onMac: boolean): string {
  const { key, modifiers } = parts(shortcut);
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (onMac) return ['Alt', 'Shift', 'Mod'].flatMap((modifier) => (modifiers.has(modifier) ? [MAC_SIGNS[modifier] ?? ''] : [])).join('') + name;
  return [...['Mod', 'Alt', 'Shift'].filter((modifier) => modifiers.has(modifier)).map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier)), name].join('+');
}

const KEY_NAMES: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', '-': '−', Plus: '+', ' ': 'Space', ContextMenu: 'Menu key' };
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

function parts(shortcut: string): { key: string; modifiers: ReadonlySet<string> } {
  if (shortcut === '+') return { key: '+', modifiers: new Set() };
  const names = shortcut.split('+');
  return { key: names.at(-1) ?? '', modifiers: new Set(names.slice(0, -1)) };
}
