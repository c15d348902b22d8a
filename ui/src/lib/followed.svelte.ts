/** What a screen shows, read from the shell and read again after each change that touches it. */
import { explain, onChanged } from './ipc';

/**
 * Follows what `read` gives for `key()`. `tables` are those that it shows. Start it with `$effect(value.follow)`;
 * an answer for a key that is no longer asked for is dropped.
 */
export function followed<T>(
  key: () => string,
  read: (key: string) => Promise<T>,
  tables: readonly string[] | 'all',
) {
  let value = $state.raw<T | null>(null);
  let problem = $state('');
  let ready = $state(false);

  async function load(asked: string): Promise<void> {
    try {
      const found = await read(asked);
      if (asked !== key()) return;
      value = found;
      problem = '';
    } catch (thrown) {
      if (asked !== key()) return;
      problem = explain(thrown);
    }
    ready = true;
  }

  return {
    /** What was read, or `null` before. */
    get value(): T | null {
      return value;
    },
    /** Why it could not be read, as a sentence. */
    get problem(): string {
      return problem;
    },
    /** Whether the first reading is done. */
    get ready(): boolean {
      return ready;
    },
    /** Reads again now. */
    again: (): Promise<void> => load(key()),
    /** Reads now and after each change; use in an `$effect`. */
    follow(): () => void {
      const asked = key();
      void load(asked);
      return onChanged(tables, () => void load(asked));
    },
  };
}
