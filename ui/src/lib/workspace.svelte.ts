/** The open workspace: whether there is one, its facility, its cohorts. Shared by the window and its screens. */
import {
  commands,
  explain,
  onChanged,
  toCallError,
  type CohortLine,
  type CommandError,
  type OverviewView,
  type WorkspaceState,
} from './ipc';
import { route } from './router';

const state = $state<{
  open: boolean | null;
  author: string;
  refused: CommandError | null;
  place: string;
  lastBackup: string | null;
  backupProblem: CommandError | null;
  now: OverviewView | null;
  another: boolean;
}>({
  open: null,
  author: '',
  refused: null,
  place: '',
  lastBackup: null,
  backupProblem: null,
  now: null,
  another: false,
});

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
    return state.refused ? explain(state.refused) : '';
  },
  /** The code of that, or nothing. */
  get refusedCode(): string {
    return state.refused?.code ?? '';
  },
  /** The file that is open, or was the last time. */
  get place(): string {
    return state.place;
  },
  /** When its last backup was made. */
  get lastBackup(): string | null {
    return state.lastBackup;
  },
  /** Why the last try to make one failed, as a sentence; empty if it did not. */
  get backupProblem(): string {
    return state.backupProblem ? explain(state.backupProblem) : '';
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

async function loadState(): Promise<WorkspaceState> {
  const found = await commands.workspaceState();
  state.author = found.author;
  state.refused = found.refused;
  state.place = found.place;
  state.lastBackup = found.last_backup;
  state.backupProblem = found.backup_problem;
  return found;
}

/** Asks the shell what is open, and reads it. One that opens but cannot be read counts as refused. */
export async function loadWorkspace(): Promise<void> {
  const found = await loadState();
  let open = found.open;
  try {
    if (open) state.now = await commands.overview();
  } catch (thrown) {
    const { code, details } = toCallError(thrown);
    state.refused = { code, details };
    open = false;
  }
  state.another = false;
  state.open = open;
}

/** Follows changes of the facility and its cohorts, and the backups. Use in an `$effect`. */
export function followWorkspace(): () => void {
  const ends = [
    onChanged(['facility', 'program', 'cohort', 'enrolment', 'person'], () => {
      void commands.overview().then((found) => (state.now = found));
    }),
    onChanged(['backup'], () => void loadState()),
  ];
  return () => ends.forEach((end) => end());
}
