/** What the screens of a cohort show. */
import { commands, explain, onChanged, type CohortView } from '$lib/ipc';

/** Reads a cohort and follows its changes. */
export function cohortHome(id: () => string) {
  let view = $state<CohortView | null>(null);
  let problem = $state('');
  let ready = $state(false);

  async function read(asked: string): Promise<void> {
    try {
      const found = await commands.cohortView(asked);
      if (asked === id()) view = found;
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
    ready = true;
  }

  return {
    /** The cohort, once it is read. */
    get view(): CohortView | null {
      return view;
    },
    /** Why it could not be read, as a sentence. */
    get problem(): string {
      return problem;
    },
    /** Whether there is something to show. */
    get ready(): boolean {
      return ready;
    },
    /** Reads now and after each change; use in an `$effect`. */
    follow(): () => void {
      const asked = id();
      void read(asked);
      return onChanged(['cohort', 'program', 'enrolment', 'person', 'sector', 'level'], () => {
        void read(asked);
      });
    },
  };
}
