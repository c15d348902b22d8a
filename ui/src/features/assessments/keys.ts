/** What a key means in the grid of paper sheets. */
import type { KeyLine } from '$lib/keys.svelte';
import { t } from '$lib/locale';

/** A way through the grid. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'back';

/** What a key asks for. `set` is a code of an answer, `drop` gives up a change of a stored sheet. */
export type Meaning =
  { kind: 'set'; code: string } | { kind: 'move'; to: Move } | { kind: 'finish' | 'clear' | 'drop' };

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

/** The meaning of a key; `null` if it has none here. A digit off the scale is what stands on paper: unreadable. */
export function readKey(event: Pressed, scale: readonly number[]): Meaning | null {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const move = MOVES[key];
  if (move) return { kind: 'move', to: move };
  if (key === 'Enter') return { kind: 'finish' };
  if (key === 'Delete') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'drop' };
  if (key === '0') return { kind: 'set', code: '0' };
  if (key === '-' || key === '–') return { kind: 'set', code: '-' };
  if (key === '?' || key.toLowerCase() === 'u') return { kind: 'set', code: '?' };
  if (!/^[1-9]$/.test(key)) return null;
  return { kind: 'set', code: scale.includes(Number(key)) ? key : `?${key}` };
}

/** The keys of the grid as the list of keys shows them; the grid itself takes them. */
export const gridKeys = (): readonly KeyLine[] => [
  { keys: ['1', '2', '3', '4', '5'], does: t('paper-key-sets') },
  { keys: '0', does: t('answer-blank') },
  { keys: '-', does: t('answer-declined') },
  { keys: 'U', does: t('answer-unreadable') },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: t('paper-key-moves') },
  { keys: 'Enter', does: t('paper-key-next') },
  { keys: 'Backspace', does: t('paper-key-back') },
  { keys: 'Delete', does: t('paper-key-clear') },
  { keys: 'Escape', does: t('paper-key-drop') },
];
