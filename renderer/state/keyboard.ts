import { COMMAND_IDS, COMMANDS, runCommand, type Command, type CommandId } from './commands.ts';
import { useDialog } from './dialog-store.ts';
import { isMac } from './host-store.ts';
import { sayHint } from './message-store.ts';
import { isShortcut } from './shortcuts.ts';
import { whyNot } from './why-not.ts';

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

/** From now on keys and the mouse's back and forward buttons run commands, except where the user is typing. */
export function listenToKeys(): void {
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('mouseup', onMouseUp);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || useDialog.getState().kind !== 'none' || isInOverlay(event)) return;
  if (isMenuKey(event) && !isTyping(event)) {
    event.preventDefault();
    askForMenu(focusedThing());
    return;
  }
  const fitting = COMMAND_IDS.filter((id) => COMMANDS[id].shortcuts.some((shortcut) => isShortcut(event, shortcut, isMac())));
  // One key may do the same to selections of different kinds.
  const found = fitting.find((id) => COMMANDS[id].enabled()) ?? fitting[0];
  if (!found || (isTyping(event) && !worksWhileTyping(event, found))) return;
  event.preventDefault();
  if (COMMANDS[found].enabled()) runCommand(found);
  else sayWhyNot(found);
}

/** A key for what is selected does nothing where nothing fitting is: that is told. Other keys then have nothing to do, which shows. */
function sayWhyNot(id: CommandId): void {
  const wanted: Command = COMMANDS[id];
  if (wanted.on) sayHint(`“${wanted.label.replace('…', '')}” is not possible now. ${whyNot(wanted)}.`);
}

function onMouseUp(event: MouseEvent): void {
  if (event.button !== MOUSE_BACK && event.button !== MOUSE_FORWARD) return;
  event.preventDefault();
  runCommand(event.button === MOUSE_BACK ? 'history.back' : 'history.forward');
}

/** Dialogs and menus have keys of their own. The path is asked, since Escape may have closed them by now. */
function isInOverlay(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches('[role="dialog"], [role="menu"]'));
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** What the keyboard is on: the active part of a list that holds the focus as a whole, else what has the focus. */
function focusedThing(): Element | null {
  const focused = document.activeElement;
  return document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '') ?? focused;
}

/** Asks for the menu as a right click would, in the lower left of an element: systems differ in what the keys for it do, and some do nothing. */
function askForMenu(element: Element | null): void {
  if (!element) return;
  const { left, bottom, height, width } = element.getBoundingClientRect();
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left + Math.min(24, width / 2), clientY: bottom - Math.min(6, height / 2) }));
}

const FIELDS_OWN: readonly CommandId[] = ['edit.undo', 'edit.redo', 'map.selectAll'];
const LEAVE_FIELD: readonly CommandId[] = ['part.next', 'part.previous'];

/** Control or Command with a key does in a text field what it does elsewhere, but for what is the field's own; other keys only where they lead out of it. */
function worksWhileTyping(event: KeyboardEvent, command: CommandId): boolean {
  return LEAVE_FIELD.includes(command) || ((event.ctrlKey || event.metaKey) && !FIELDS_OWN.includes(command));
}

/** True where keys make text. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['radio', 'checkbox', 'range', 'button'].includes(target.type);
}
