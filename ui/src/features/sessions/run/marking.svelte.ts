/**
 * Marking who is there. A mark shows at once and is stored behind it, one after the other, so that keys may come
 * as fast as fingers; one that could not be stored goes back and says why.
 */
import { commands, explain } from '$lib/ipc';
import { t } from '$lib/locale';
import { savedNow } from '$lib/saved.svelte';
import { announce } from '$lib/tell.svelte';
import { count, onward, shortNames, step } from './grid';
import type { AttendanceLine, Presence, Tally } from '$lib/ipc';

/** A mark on its way to the shell. */
interface Pending {
  mark: Presence;
  arrived: string | null;
}

/** What is said when a person was marked. */
function said(line: AttendanceLine): string {
  const { name } = line;
  switch (line.mark) {
    case 'present':
      return t('run-said-present', { name });
    case 'late':
      return line.arrived
        ? t('run-said-late-at', { name, time: line.arrived })
        : t('run-said-late', { name });
    case 'absent':
      return t('run-said-absent', { name });
    case 'excused':
      return t('run-said-excused', { name });
    case 'expected':
      return t('run-said-expected', { name });
  }
}

/** The attendance of a session. `clock` is the present as `HH:MM` while the session runs, for those who come late. */
export function attendanceOf(
  session: () => string,
  stored: () => readonly AttendanceLine[],
  read: () => Promise<void>,
  clock: () => string | null,
) {
  let pending = $state.raw<Readonly<Record<string, Pending>>>({});
  let chosen = $state('');
  let problem = $state('');
  let queue: Promise<unknown> = Promise.resolve();
  const lines = $derived(stored().map((line) => ({ ...line, ...pending[line.person] })));
  const tally = $derived(count(lines));
  const names = $derived(shortNames(lines));
  const at = $derived.by(() => {
    const found = lines.findIndex((line) => line.person === chosen);
    return found >= 0 ? found : Math.max(0, firstOpen());
  });

  function firstOpen(): number {
    return stored().findIndex((line) => line.mark === 'expected');
  }
  /** Stores one thing after what came before it. */
  function store(write: () => Promise<unknown>): Promise<boolean> {
    const done = queue.then(async () => {
      try {
        await write();
        problem = '';
        savedNow();
        return true;
      } catch (thrown) {
        problem = explain(thrown);
        return false;
      }
    });
    queue = done;
    return done;
  }
  function forget(person: string, done: Pending): void {
    if (pending[person] !== done) return;
    const { [person]: _, ...others } = pending;
    pending = others;
  }
  async function put(line: AttendanceLine, mark: Presence, arrived: string | null): Promise<void> {
    const shown = mark === 'late' ? (arrived ?? line.arrived ?? clock()) : null;
    const going: Pending = { mark, arrived: shown };
    pending = { ...pending, [line.person]: going };
    announce(said({ ...line, ...going }));
    await store(() => commands.markSet(session(), [line.person], mark, arrived));
    await read();
    forget(line.person, going);
  }

  return {
    /** Everybody, with marks that are still on their way. */
    get lines(): readonly AttendanceLine[] {
      return lines;
    },
    get tally(): Tally {
      return tally;
    },
    /** What the cells call people. */
    get names(): ReadonlyMap<string, string> {
      return names;
    },
    /** The cell that the keys act on. */
    get at(): number {
      return at;
    },
    /** Why the last mark was not stored. */
    get problem(): string {
      return problem;
    },
    /** Chooses a cell. */
    go(to: number): void {
      chosen = lines[to]?.person ?? chosen;
    },
    /** Follows a key of the grid; whether it was one. */
    walk(key: string, columns: number, far: boolean): boolean {
      const to = step(key, at, lines.length, columns, far);
      if (to !== null) chosen = lines[to]?.person ?? chosen;
      return to !== null;
    },
    /** Marks the chosen person and goes on to the next. */
    async mark(mark: Presence): Promise<void> {
      const line = lines[at];
      if (!line) return;
      chosen = lines[onward(at, lines)]?.person ?? chosen;
      await put(line, mark, null);
    },
    /** Gives one person a mark and stays there. */
    async set(person: string, mark: Presence, arrived: string | null = null): Promise<void> {
      const line = lines.find((one) => one.person === person);
      if (!line) return;
      chosen = person;
      await put(line, mark, arrived);
    },
    /** Everybody who is still expected is present. */
    async rest(): Promise<void> {
      const open = tally.expected;
      if (open === 0) return announce(t('run-said-nobody-left'));
      const done = await store(() => commands.markRest(session()));
      await read();
      if (done) announce(t('run-said-rest', { count: open }));
    },
    /** Takes in somebody who is not on the list; whether that was possible. */
    async walkIn(name: string): Promise<boolean> {
      let line: AttendanceLine | null = null;
      const done = await store(async () => (line = await commands.walkIn(session(), name)));
      await read();
      const came = line as AttendanceLine | null;
      if (!done || !came) return false;
      chosen = came.person;
      announce(t('run-said-walk-in', { name: came.name, code: came.code }));
      return true;
    },
  };
}

/** The attendance that a panel shows. */
export type AttendanceControl = ReturnType<typeof attendanceOf>;
