/**
 * The keys of the window: one list for what they do and for what `?` shows.
 *
 * A screen lists its keys while it is open, with words from the Fluent files:
 * `$effect(() => screenKeys(title, () => [{ keys: 'N', does: words, run: next }]))`.
 * Keys never act while a person types, nor behind a dialog. Keys of one character can be switched off (WCAG 2.1.4).
 */
import { untrack } from 'svelte';
import { formatKeys, isCharacter, isTyping, pressed } from './keys';

export { formatKeys } from './keys';

/** One line of the list. */
export interface KeyLine {
  /**
   * The key, or several that do the same: `N`, `+`, `Space`, `F1`, `Alt+ArrowUp`, `Mod+K` (Control, Command on a Mac).
   * A letter is written as a capital and pressed without Shift.
   */
  keys: string | readonly string[];
  /** What it does, in words. */
  does: string;
  /** Does it. Without it the line is only shown: some element of the screen takes the key while it has the focus. */
  run?: (event: KeyboardEvent) => unknown;
  /** Whether it acts now; always, if it is left out. */
  when?: () => boolean;
  /** Acts again and again while the key is held. */
  repeats?: boolean;
  /** Acts in text fields and over dialogs too: for chords that no field uses. */
  everywhere?: boolean;
}

/** The lines of a screen, or those of the whole window. */
export interface KeyGroup {
  title: string;
  lines: () => readonly KeyLine[];
}

const state = $state<{ groups: readonly KeyGroup[]; single: boolean }>({ groups: [], single: true });

/** What is listed now. */
export const keys = {
  /** The groups, the present screen before the window. */
  get groups(): readonly KeyGroup[] {
    return state.groups;
  },
  /** Whether keys of one character act. */
  get single(): boolean {
    return state.single;
  },
};

/** Switches keys of one character on or off. */
export function setSingleKeys(on: boolean): void {
  state.single = on;
}

/** Whether a key acts, as far as the setting goes: buttons hide the keys that do not. */
export function keyIsOn(key: string): boolean {
  return state.single || !isCharacter(key);
}

function listed(title: string, lines: () => readonly KeyLine[], last: boolean): () => void {
  const group: KeyGroup = { title, lines };
  untrack(() => {
    state.groups = last ? [...state.groups, group] : [group, ...state.groups];
  });
  return () =>
    untrack(() => {
      state.groups = state.groups.filter((other) => other.lines !== lines);
    });
}

/** Lists the keys of a screen (or of a part of it) while it is open; use in an `$effect`. */
export function screenKeys(title: string, lines: () => readonly KeyLine[]): () => void {
  return listed(title, lines, false);
}

/** Lists the keys of the window, after those of the screen. */
export function windowKeys(title: string, lines: () => readonly KeyLine[]): () => void {
  return listed(title, lines, true);
}

/** The keys of a line. */
export const keysOf = (line: KeyLine): readonly string[] =>
  typeof line.keys === 'string' ? [line.keys] : line.keys;

/** The keys of a line as they stand on the keyboard. */
export const keyWords = (line: KeyLine): readonly string[] => keysOf(line).map(formatKeys);

/** Takes a key that went down anywhere in the window; the frame of the window listens. */
export function takeKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event) || document.querySelector('dialog[open]') !== null;
  for (const group of state.groups) {
    for (const line of group.lines()) {
      const key = line.run && keysOf(line).find((one) => pressed(event, one));
      if (!line.run || !key || !keyIsOn(key) || (typing && !line.everywhere)) continue;
      if (event.repeat && !line.repeats) continue;
      if (line.when && !line.when()) continue;
      event.preventDefault();
      void line.run(event);
      return;
    }
  }
}
