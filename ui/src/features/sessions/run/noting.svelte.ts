/** The quick note: kept as a draft while it is typed, so that nothing older than a second is lost. */
import { commands, explain } from '$lib/ipc';
import { formatTime, t } from '$lib/locale';
import { announce } from '$lib/tell.svelte';
import type { RunControl } from './running.svelte';

const DRAFT_AFTER = 500;

/** The notes of a session. */
export function notesOf(session: () => string, run: RunControl) {
  let text = $state('');
  let problem = $state('');
  let correcting = $state('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = () => `note:${session()}`;

  async function draft(value: string): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    try {
      await commands.draftKeep(place(), value);
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
  }

  return {
    /** What stands in the field. */
    get text(): string {
      return text;
    },
    set text(typed: string) {
      text = typed;
      // The next key does not put this off: whoever types without a pause is kept too.
      timer ??= setTimeout(() => void draft(text), DRAFT_AFTER);
    },
    /** Why the draft could not be kept. */
    get problem(): string {
      return problem;
    },
    /** The note that is being corrected, or nothing. */
    get correcting(): string {
      return correcting;
    },
    set correcting(note: string) {
      correcting = note;
    },
    /** Brings back what was being typed when the window closed. Use in an `$effect`. */
    restore(): () => void {
      const asked = place();
      void commands.draftGet(asked).then(
        (found) => {
          if (found?.value && asked === place() && text === '') text = found.value;
        },
        (thrown: unknown) => (problem = explain(thrown)),
      );
      return () => {
        if (timer !== undefined) void draft(text);
      };
    },
    /** Keeps the note. */
    async keep(): Promise<void> {
      const going = text.trim();
      if (going === '') return;
      if (!(await run.note(going))) return;
      if (text.trim() === going) text = '';
      await draft(text);
      announce(t('run-said-note', { time: formatTime(run.clock.now, run.view?.session.zone) }));
    },
    /** Puts other words in the place of a note; without words it goes. Gives whether that was kept. */
    async correct(note: string, words: string): Promise<boolean> {
      const text = words.trim();
      if (!(await run.correct(note, text))) return false;
      correcting = '';
      announce(text === '' ? t('run-said-note-removed') : t('run-said-corrected'));
      return true;
    },
  };
}

/** The notes that a column shows. */
export type NotesControl = ReturnType<typeof notesOf>;
