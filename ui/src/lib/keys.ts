/** Keys as text, such as `N`, `Space`, `Alt+ArrowUp`, `Mod+K`: reading them, comparing them, showing them. */
import { has, phrase } from './locale';

/** A key with what is held with it. */
interface Chord {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

function read(keys: string): Chord {
  const parts = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/.exec(keys);
  const held = parts?.[1] ?? '';
  const key = parts?.[2] ?? keys;
  return {
    key: key === 'Space' ? ' ' : key,
    mod: held.includes('Mod+'),
    alt: held.includes('Alt+'),
    shift: held.includes('Shift+'),
  };
}

const LETTER = /^[A-Z]$/;

/** Whether it is one character with nothing held: what WCAG 2.1.4 wants to be switched off. */
export function isCharacter(keys: string): boolean {
  const chord = read(keys);
  return chord.key.length === 1 && chord.key !== ' ' && !chord.mod && !chord.alt;
}

/** Whether this is the key that went down. */
export function pressed(event: KeyboardEvent, keys: string): boolean {
  const chord = read(keys);
  // Some layouts reach `?` and `+` with AltGr, which counts as Control and Alt.
  const level3 = event.ctrlKey && event.altKey && event.getModifierState('AltGraph');
  const mod = (event.ctrlKey || event.metaKey) && !level3;
  const alt = event.altKey && !level3;
  if (mod !== chord.mod || alt !== chord.alt) return false;
  if (LETTER.test(chord.key)) {
    if (event.shiftKey !== chord.shift) return false;
    // Where letters are not Latin, the place of the key decides.
    const latin = /^[a-z]$/i.test(event.key);
    return latin ? event.key.toUpperCase() === chord.key : event.code === `Key${chord.key}`;
  }
  const named = chord.key.length > 1 || chord.key === ' ';
  return event.key === chord.key && (!named || event.shiftKey === chord.shift);
}

const OWN: Record<string, RegExp> = {
  /** Fields that are written in take everything. */
  written: /./,
  /** Lists go to the entry that begins with a letter. */
  listed: /^(.|Enter|Arrow.*)$/,
  /** Choices are walked with arrows and taken with Space. */
  chosen: /^( |Enter|Arrow.*)$/,
  /** Buttons and links are pressed. */
  pressed: /^( |Enter)$/,
};

function kind(at: Element): string {
  if (at instanceof HTMLSelectElement) return 'listed';
  const field = at.closest('input, textarea, [contenteditable]:not([contenteditable="false"])');
  if (field instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(field.type))
    return 'chosen';
  if (field) return 'written';
  if (at.closest('[role="menu"], [role="listbox"]')) return 'chosen';
  return at.closest('button, a[href], summary') ? 'pressed' : '';
}

/** Whether the key belongs to what has the focus: a field that is written in, a choice, a button. */
export function isTyping(event: KeyboardEvent): boolean {
  const own = event.target instanceof Element ? kind(event.target) : '';
  if (own !== 'written' && (event.ctrlKey || event.metaKey)) return false;
  return OWN[own]?.test(event.key) === true;
}

const onMac = (): boolean => /mac/i.test(globalThis.navigator?.platform ?? '');
const MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

function sign(part: string): string {
  const id = `key-${part.toLowerCase()}`;
  return SIGNS[part] ?? (/^[A-Z][a-z]/.test(part) && has(id) ? phrase(id, {}) : part);
}

/** A key as it is printed on the keyboard, e.g. `Ctrl K`, `⌘ K`, `Alt ↑`, `Space`. */
export function formatKeys(keys: string): string {
  const parts = keys.split(/(?<=.)\+(?=.)/);
  return parts.map((part) => (onMac() && MAC[part]) || sign(part)).join(' ');
}
