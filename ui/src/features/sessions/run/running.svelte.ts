/** A session while it runs: what is on the screen, the clock, and every step that a facilitator takes. */
import { untrack } from 'svelte';
import { commands, explain, onChanged } from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';
import { ticking } from './clock.svelte';
import type { RepairKind, RunView } from '$lib/ipc';

const TABLES = ['session', 'block', 'attendance', 'note', 'enrolment', 'person', 'cohort'];

/** The session of an id. Read again after each change, at the end of a block, and when a minute turns. */
export function runOf(session: () => string) {
  let view = $state.raw<RunView | null>(null);
  let problem = $state('');
  let refused = $state('');
  let ready = $state(false);
  let reading: Promise<void> | null = null;
  let again = false;
  let queue: Promise<unknown> = Promise.resolve();
  let going = '';
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
  /** Takes a step after those before it; resolves to whether it was taken. */
  function step(take: () => Promise<unknown>): Promise<boolean> {
    const done = queue.then(async () => {
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
      return taken;
    });
    queue = done;
    return done;
  }
  /** Takes a step unless the same is being taken: a key that bounces does not skip a block. */
  async function once(name: string, take: () => Promise<unknown>): Promise<boolean> {
    if (going === name) return false;
    going = name;
    const taken = await step(take);
    if (going === name) going = '';
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
    start: () => once('start', () => commands.sessionStart(session())),
    next: () => once('next', () => commands.blockNext(session())),
    more: (minutes: number) => step(() => commands.blockMore(session(), minutes)),
    pause: () => once('pause', () => commands.sessionPause(session(), null)),
    resume: (forgive: boolean) => once('resume', () => commands.sessionResume(session(), forgive)),
    /** Time since an instant does not count. */
    forgive: (since: string) =>
      step(async () => {
        await commands.sessionPause(session(), since);
        await commands.sessionResume(session(), true);
      }),
    end: () => once('end', () => commands.sessionEnd(session())),
    reopen: () => once('reopen', () => commands.sessionReopen(session())),
    repair: (kind: RepairKind) => once('repair', () => commands.repairApply(session(), kind)),
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
