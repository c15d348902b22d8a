/** What this laptop remembers between starts: who works on it, colours, size of text, keys. */
import { commands, type Preferences } from './ipc';
import { setSingleKeys } from './keys.svelte';

const state = $state<{ now: Preferences | null }>({ now: null });

/** The preferences, once they are read. */
export const preferences = {
  get now(): Preferences | null {
    return state.now;
  },
};

function take(found: Preferences): void {
  state.now = found;
  setSingleKeys(found.single_keys ?? true);
}

/** Reads them. */
export async function loadPreferences(): Promise<void> {
  take(await commands.preferencesGet());
}

/** Remembers a change and lets it act at once. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const next = { ...(state.now ?? (await commands.preferencesGet())), ...change };
  await commands.preferencesSet(next);
  take(next);
}
