/** A session while it runs: what is on the screen, the clock, and every step that a facilitator takes. */
import { untrack } from 'svelte';
import { commands, explain, onChanged } from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';
import { ticking } from './clock.svelte';
import type { RepairKind, RunView } from './types';

const TABLES = ['session', 'block', 'attendance', 'note', 'enrolment', 'person', 'cohort'];

/** The session of an id. Read again after each change, at the end of a block, and when a minute turns. */
export function runOf(session: () => string) {
  let view = $state.raw<RunView | null>(null);
  let problem = $state('');
  let refused = $state('');
  let ready = $state(false);
  let reading: Promise<void> | null = null;
  let again = false;
  let busy = false;
  const clock = ticking(() => view, read);

  async function load(asked: string): Promise<void> {
    try {
      const found = await commands.runView(asked);
      if (asked !== session()) return;
      clock.set(found.now);
      view = found;
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
    ready = true;
  }
  /** Reads the session; whoever asks meanwhile waits for one more reading, not for one each. */
  function read(): Promise<void> {
    again = true;
    reading ??= (async () => {
      while (again) {
        again = false;
        await load(session());
      }
      reading = null;
    })();
    return reading;
  }
  /** Takes a step unless another is being taken; resolves to whether it was taken. */
  async function step(take: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    busy = true;
    let taken = true;
    try {
      await take();
      refused = '';
      savedNow();
    } catch (thrown) {
      refused = explain(thrown);
      taken = false;
    }
    await read();
    busy = false;
    return taken;
  }

  return {
    /** What was read, or `null` before. */
    get view(): RunView | null {
      return view;
    },
    /** Why it could not be read, as a sentence. */
    get problem(): string {
      return problem;
    },
    /** Why the last step was not taken. */
    get refused(): string {
      return refused;
    },
    /** Whether the first reading is done. */
    get ready(): boolean {
      return ready;
    },
    clock,
    read,
    /** Reads now and after each change, and lets the clock tick; use in an `$effect`. */
    follow(): () => void {
      session();
      return untrack(() => {
        void read();
        const stops = [onChanged(TABLES, () => void read()), clock.start()];
        return () => stops.forEach((stop) => stop());
      });
    },
    start: () => step(() => commands.sessionStart(session())),
    next: () => step(() => commands.blockNext(session())),
    more: (minutes: number) => step(() => commands.blockMore(session(), minutes)),
    pause: () => step(() => commands.sessionPause(session(), null)),
    resume: (forgive: boolean) => step(() => commands.sessionResume(session(), forgive)),
    /** Time since an instant does not count. */
    forgive: (since: string) =>
      step(async () => {
        await commands.sessionPause(session(), since);
        await commands.sessionResume(session(), true);
      }),
    end: () => step(() => commands.sessionEnd(session())),
    reopen: () => step(() => commands.sessionReopen(session())),
    repair: (kind: RepairKind) => step(() => commands.repairApply(session(), kind)),
    note: (text: string) => step(() => commands.noteAdd(session(), text)),
    /** Puts other words in the place of a note; without words it goes. */
    correct: (note: string, text: string) =>
      step(() =>
        text === '' ? commands.noteRemove(session(), note) : commands.noteCorrect(session(), note, text),
      ),
  };
}

/** The session that a screen runs. */
export type RunControl = ReturnType<typeof runOf>;
