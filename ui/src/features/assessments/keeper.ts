/**
 * Keeps drafts of sheets within a second, and puts every write in a row, so that a draft never overtakes the sheet
 * that was saved after it.
 */
import { commands } from '$lib/ipc';

/** How long a key may wait, in milliseconds. */
const KEEP_AFTER = 250;

/** Keeps what is typed at places of the workspace. `failed` is told what went wrong. */
export function keeper(failed: (thrown: unknown) => void) {
  const waiting = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function next<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }
  function flush(): Promise<unknown> {
    clearTimeout(timer);
    timer = undefined;
    for (const [place, value] of waiting) {
      next(() => commands.draftKeep(place, value)).catch(failed);
    }
    waiting.clear();
    return queue;
  }

  return {
    /** Keeps the codes of a sheet; none at all forgets them. */
    keep(place: string, codes: readonly string[]): void {
      waiting.set(place, codes.some((code) => code !== '' && code !== '~') ? JSON.stringify(codes) : '');
      timer ??= setTimeout(() => void flush(), KEEP_AFTER);
    },
    /** Drops what waits for a place: it is about to be saved, or given up. */
    drop: (place: string): boolean => waiting.delete(place),
    /** Does a write after those before it. */
    next,
    /** Writes what waits, now. */
    flush,
  };
}
