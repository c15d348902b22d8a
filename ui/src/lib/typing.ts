/**
 * What is being typed into a field that saves when it is left: kept within a second under a place of its own,
 * and given back after the program ended in between.
 */
import { commands } from './ipc';

const AFTER = 800;

/** Follows the typing into one field. */
export function typing(place: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let value = '';

  function keep(): void {
    timer = undefined;
    // What cannot be kept now is kept with the next key, or saved on leaving.
    void commands.draftKeep(place, value).catch(() => undefined);
  }

  return {
    /** A key was typed, and the field holds this now. The next key does not put the keeping off. */
    typed(now: string): void {
      value = now;
      timer ??= setTimeout(keep, AFTER);
    },
    /** The value is saved: what was kept of it is forgotten. */
    async saved(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      await commands.draftKeep(place, '').catch(() => undefined);
    },
    /** What an earlier run left behind, if anything. */
    async left(): Promise<string | null> {
      const found = await commands.draftGet(place).catch(() => null);
      return found?.value ?? null;
    },
  };
}
