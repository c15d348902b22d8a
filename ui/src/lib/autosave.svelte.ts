/**
 * Saving without a button: what is typed goes to a draft within a second, and is saved once the field is left,
 * the screen closes or ten seconds passed without a key. Nothing older than a second is lost.
 */
import { explain } from './ipc';
import { savedNow } from './saved.svelte';

const DRAFT_AFTER = 800;
const SAVE_AFTER = 10_000;

/** Where drafts and values go. */
export interface Keep<T> {
  /** Keeps the unfinished value, if the place has drafts. */
  draft?: (value: T) => Promise<unknown>;
  /** Saves the value as one gesture that can be undone. */
  save: (value: T) => Promise<unknown>;
}

/** Follows one value that a person edits. Call `stop` (it saves) when the screen closes. */
export function autosave<T>(keep: Keep<T>) {
  let problem = $state('');
  let waiting = $state(false);
  let pending: { value: T } | null = null;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;

  async function tried(write: Promise<unknown>): Promise<boolean> {
    try {
      await write;
      problem = '';
      return true;
    } catch (thrown) {
      problem = explain(thrown);
      return false;
    }
  }
  function draft(): void {
    draftTimer = undefined;
    if (keep.draft && pending) void tried(keep.draft(pending.value));
  }
  async function save(): Promise<void> {
    clearTimeout(draftTimer);
    clearTimeout(saveTimer);
    draftTimer = undefined;
    const going = pending;
    if (!going) return;
    pending = null;
    if (await tried(keep.save(going.value))) savedNow();
    else pending ??= going;
    waiting = pending !== null;
  }

  return {
    /** What stands in the way of saving, as a sentence; empty if nothing does. */
    get problem(): string {
      return problem;
    },
    /** Whether something typed is not saved yet. */
    get waiting(): boolean {
      return waiting;
    },
    /** A key was typed: `value` is what the field holds now. */
    typed(value: T): void {
      pending = { value };
      waiting = true;
      clearTimeout(saveTimer);
      // The next key does not put this off: whoever types without a pause is kept too.
      draftTimer ??= setTimeout(draft, DRAFT_AFTER);
      saveTimer = setTimeout(() => void save(), SAVE_AFTER);
    },
    /** The field was left. */
    leave: save,
    /** The screen closes. */
    stop: save,
  };
}
