/** What lies over the window: the list of keys, the palette, the help. And the keys of the window itself. */
import type { KeyLine } from '$lib/keys.svelte';
import { t } from '$lib/locale';
import { redo, undo } from '$lib/undo.svelte';

/** What may lie over the window, one at a time. */
export type Over = '' | 'keys';

const state = $state<{ over: Over }>({ over: '' });

/** What lies over the window now. */
export const over = {
  get now(): Over {
    return state.over;
  },
};

/** Lays something over the window; an empty text takes it away. */
export function layOver(what: Over): void {
  state.over = what;
}

/** The keys of the window. */
export function windowLines(): readonly KeyLine[] {
  return [
    { keys: 'Mod+Z', does: t('keys-undo'), run: undo },
    { keys: ['Mod+Y', 'Mod+Shift+Z'], does: t('keys-redo'), run: redo },
    { keys: '?', does: t('keys-show'), run: () => layOver('keys') },
  ];
}
