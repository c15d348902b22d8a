/** What a key means in the grid of paper sheets. */
import type { FormatView } from '$lib/ipc';
import type { KeyLine } from '$lib/keys.svelte';
import { t } from '$lib/locale';
import { LETTERS } from './shown';

/** A way through the grid. `on` goes on as after an answer. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'back' | 'on';

/**
 * What a key asks for. `set` is a code of an answer, `toggle` one of several choices, `write` opens the field of a number or of
 * words with what was typed, `drop` gives up a change of a stored sheet.
 */
export type Meaning =
  | { kind: 'set'; code: string }
  | { kind: 'toggle'; key: string }
  | { kind: 'write'; text: string }
  | { kind: 'move'; to: Move }
  | { kind: 'finish' | 'clear' | 'drop' };

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
  Backspace: 'back',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The meaning of a key at an item of this format; `null` if it has none here. What is off the scale, or no choice, is what
 * stands on paper: unreadable.
 */
export function readKey(event: Pressed, format: FormatView): Meaning | null {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const move = MOVES[key];
  if (move) return { kind: 'move', to: move };
  if (key === 'Enter') return { kind: 'finish' };
  if (key === 'Delete') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'drop' };
  if (format.kind === 'number' || format.kind === 'text') {
    if (key === 'F2') return { kind: 'write', text: '' };
    return [...key].length === 1 && key !== ' ' ? { kind: 'write', text: key } : null;
  }
  if (key === '0') return { kind: 'set', code: '0' };
  if (key === '-' || key === '–') return { kind: 'set', code: '-' };
  if (key === '?' || key.toLowerCase() === 'u') return { kind: 'set', code: '?' };
  if (format.kind === 'rating') {
    if (!/^[1-9]$/.test(key)) return null;
    const there = format.points.some((one) => String(one.point) === key);
    return { kind: 'set', code: there ? key : `?${key}` };
  }
  if (key === ' ') return format.kind === 'several' ? { kind: 'move', to: 'on' } : null;
  const at = [...key].length === 1 ? LETTERS.indexOf(key.toLowerCase()) : -1;
  if (at < 0) return null;
  const choice = format.choices[at];
  if (!choice) return { kind: 'set', code: `?${key.toLowerCase()}` };
  return format.kind === 'one'
    ? { kind: 'set', code: `=${choice.key}` }
    : { kind: 'toggle', key: choice.key };
}

/** The keys of the grid as the list of keys shows them; the grid itself takes them. */
export const gridKeys = (): readonly KeyLine[] => [
  { keys: ['1', '2', '3', '4', '5'], does: t('paper-key-sets') },
  { keys: ['A', 'B', 'C'], does: t('paper-key-chooses') },
  { keys: 'Space', does: t('paper-key-on') },
  { keys: '0', does: t('answer-blank') },
  { keys: '-', does: t('answer-declined') },
  { keys: 'U', does: t('answer-unreadable') },
  { keys: 'F2', does: t('paper-key-writes') },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: t('paper-key-moves') },
  { keys: 'Enter', does: t('paper-key-next') },
  { keys: 'Backspace', does: t('paper-key-back') },
  { keys: 'Delete', does: t('paper-key-clear') },
  { keys: 'Escape', does: t('paper-key-drop') },
];
