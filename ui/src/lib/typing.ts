/**
 * What is being typed into a field: kept within a second under a place of its own, and given back after the program
 * ended in between.
 */
import { commands } from './ipc';

const AFTER = 800;

/** Follows the typing into one field. */
export function typing(place: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let value = '';
  /** Whether something of this field is kept, or about to be. */
  let held = false;
  // One write after the other: what is forgotten must not come back behind it.
  let queue: Promise<unknown> = Promise.resolve();

  function keep(text: string): Promise<unknown> {
    clearTimeout(timer);
    timer = undefined;
    // What cannot be kept now is kept with the next key, or saved on leaving.
    queue = queue.then(() => commands.draftKeep(place, text)).catch(() => undefined);
    return queue;
  }

  return {
    /** A key was typed, and the field holds this now. The next key does not put the keeping off. */
    typed(now: string): void {
      value = now;
      held = true;
      timer ??= setTimeout(() => void keep(value), AFTER);
    },
    /** The value is saved, or given up: what was kept of it is forgotten. */
    async done(): Promise<void> {
      if (!held) return;
      held = false;
      await keep('');
    },
    /** What an earlier run left behind, if anything; nothing once somebody typed. */
    async left(): Promise<string | null> {
      const found = await commands.draftGet(place).catch(() => null);
      if (held || !found?.value) return null;
      held = true;
      return found.value;
    },
  };
}
