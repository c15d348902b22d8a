/** The open workspace: whether there is one, its facility, its cohorts. Shared by the window and its screens. */
import { commands, explain, onChanged, type CohortLine, type OverviewView } from './ipc';
import { route } from './router';

const state = $state<{
  open: boolean | null;
  author: string;
  refused: string;
  now: OverviewView | null;
  another: boolean;
}>({ open: null, author: '', refused: '', now: null, another: false });

/** What is open. */
export const workspace = {
  /** `null` until the shell has answered. */
  get open(): boolean | null {
    return state.open;
  },
  /** The person who uses this laptop. */
  get author(): string {
    return state.author;
  },
  /** Why the workspace of the last time stays shut, as a sentence. */
  get refused(): string {
    return state.refused;
  },
  /** Whether the first screen is shown over an open workspace, to begin another one. */
  get another(): boolean {
    return state.another;
  },
  /** The facility with its cohorts. */
  get now(): OverviewView | null {
    return state.now;
  },
  /** The cohort that is open: the one that the address names, or the last one that it named. */
  get cohort(): CohortLine | null {
    return state.now?.cohorts.find((cohort) => cohort.id === route.cohort) ?? null;
  },
};

/** Shows the first screen, to begin another workspace; `loadWorkspace` comes back to the one that is open. */
export function beginAnother(): void {
  state.another = true;
  state.open = false;
}

/** Asks the shell what is open, and reads it. */
export async function loadWorkspace(): Promise<void> {
  const found = await commands.workspaceState();
  state.author = found.author;
  state.refused = found.refused ? explain(found.refused) : '';
  if (found.open) state.now = await commands.overview();
  state.another = false;
  state.open = found.open;
}

/** Follows changes of the facility and its cohorts. Use in an `$effect`. */
export function followWorkspace(): () => void {
  return onChanged(['facility', 'program', 'cohort', 'enrolment', 'person'], () => {
    void commands.overview().then((found) => (state.now = found));
  });
}
