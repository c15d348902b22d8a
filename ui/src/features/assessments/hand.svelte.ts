/** Handing the laptop to a participant: the form of one person, and the number that takes the laptop back. */
import { commands, explain, type FormView } from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';
import { keeper } from './keeper';
import { settled, shown } from './shown';

const state = $state({ pin: '' });

/** The number that the facilitator chose for this handing over; kept in memory only, empty for none. */
export const pin = {
  get chosen(): string {
    return state.pin;
  },
  set chosen(value: string) {
    state.pin = value.replace(/\D/g, '').slice(0, 8);
  },
};

/** The form of one person at an occasion. `correcting` replaces a sheet that is there. */
export function sheetForm(occasion: () => string, person: () => string, correcting: () => boolean) {
  let view = $state.raw<FormView | null>(null);
  let codes = $state<string[]>([]);
  let done = $state<'' | 'in' | 'later'>('');
  let problem = $state('');
  let busy = $state(false);
  const failed = (thrown: unknown): void => {
    problem = explain(thrown);
  };
  const writes = keeper(failed);
  const asked = $derived(shown(view?.items ?? [], codes));
  const answered = $derived(codes.filter((code, at) => asked[at] && code !== '').length);

  /** Nothing of the sheet stays on the screen or in memory. */
  function blank(how: 'in' | 'later'): void {
    done = how;
    view = null;
    codes = [];
  }
  async function load(): Promise<void> {
    try {
      const found = await commands.sheetForm(occasion(), person());
      if (found.answered && !correcting()) return blank('in');
      codes = found.items.map((_, at) => (found.draft[at] === '~' ? '' : (found.draft[at] ?? '')));
      view = found;
    } catch (thrown) {
      failed(thrown);
    }
  }

  return {
    get view(): FormView | null {
      return view;
    },
    /** A code for each item, empty where nothing was chosen. */
    get codes(): readonly string[] {
      return codes;
    },
    /** Which items are asked after what was answered so far. */
    get asked(): readonly boolean[] {
      return asked;
    },
    /** How many of the items that are asked have an answer. */
    get answered(): number {
      return answered;
    },
    /** `in` once the sheet is stored, `later` once it was left half-way. */
    get done(): '' | 'in' | 'later' {
      return done;
    },
    get problem(): string {
      return problem;
    },
    get busy(): boolean {
      return busy;
    },
    /** Answers an item; an empty code takes the answer away. */
    answer(item: number, code: string): void {
      codes[item] = code;
      if (view) writes.keep(view.place, codes);
    },
    /** Stores the sheet; what has no answer was left empty. */
    async submit(): Promise<void> {
      if (!view || busy) return;
      busy = true;
      const sheet = {
        occasion: occasion(),
        person: person(),
        paper: false,
        answers: settled(
          view.items,
          settled(view.items, codes).map((code) => code || '0'),
        ),
        correct: correcting(),
      };
      writes.drop(view.place);
      try {
        await writes.next(() => commands.sheetSave(sheet));
        savedNow();
        blank('in');
      } catch (thrown) {
        failed(thrown);
        writes.keep(view.place, codes);
      }
      busy = false;
    },
    /** Keeps what was answered now. */
    keepNow: (): Promise<unknown> => writes.flush(),
    /** Keeps what was answered for another time. */
    async later(): Promise<void> {
      await writes.flush();
      blank('later');
    },
    /** Reads the form; use in an `$effect`. */
    open(): () => void {
      void load();
      return () => void writes.flush();
    },
  };
}
