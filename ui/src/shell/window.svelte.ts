/** What lies over the window: the list of keys, the palette, the help. And the keys of the window itself. */
import type { KeyLine } from '$lib/keys.svelte';
import { explain } from '$lib/ipc';
import { t } from '$lib/locale';
import { look } from '$lib/look.svelte';
import { problem } from '$lib/tell.svelte';
import { redo, undo } from '$lib/undo.svelte';
import { workspace } from '$lib/workspace.svelte';

/** What may lie over the window, one at a time. */
export type Over = '' | 'keys' | 'palette' | 'help';

const state = $state<{ over: Over }>({ over: '' });

/** What lies over the window now. */
export const over = {
  get now(): Over {
    return state.over;
  },
};

/** Lays something over the window. */
export function layOver(what: Over): void {
  state.over = what;
}

/** Takes it away again, unless something else lies there by now. */
export function lift(what: Over): void {
  if (state.over === what) state.over = '';
}

/** Whether no dialog of a screen is in the way. */
function free(): boolean {
  return state.over !== '' || document.querySelector('dialog[open]') === null;
}

function turn(what: Over): void {
  state.over = state.over === what ? '' : what;
}

function resize(by: -1 | 0 | 1): void {
  look.step(by).catch((thrown: unknown) => problem(explain(thrown)));
}

/** The keys of the window. */
export function windowLines(): readonly KeyLine[] {
  const inside = () => workspace.open === true;
  return [
    {
      keys: 'Mod+K',
      does: t('palette-title'),
      everywhere: true,
      when: () => inside() && free(),
      run: () => turn('palette'),
    },
    { keys: 'Mod+Z', does: t('keys-undo'), when: inside, run: undo },
    { keys: ['Mod+Y', 'Mod+Shift+Z'], does: t('keys-redo'), when: inside, run: redo },
    { keys: 'F1', does: t('screen-help'), everywhere: true, when: free, run: () => turn('help') },
    { keys: '?', does: t('keys-show'), run: () => layOver('keys') },
    { keys: ['Mod++', 'Mod+='], does: t('do-larger'), everywhere: true, run: () => resize(1) },
    { keys: 'Mod+-', does: t('do-smaller'), everywhere: true, run: () => resize(-1) },
    { keys: 'Mod+0', does: t('do-size-normal'), everywhere: true, run: () => resize(0) },
  ];
}
