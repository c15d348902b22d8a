/** Long work: how far it is, the way to stop it, and what stands in its way. */
import { CallError, commands, explain, newTask } from './ipc';

/** Follows one kind of long work on a screen, such as an export; show it with `Progress`. */
export function working() {
  let problem = $state('');
  let name = $state('');
  let done = $state<number>();
  let of = $state(0);
  return {
    /** What stands in the way, as a sentence; empty if nothing does, or if the work was stopped. */
    get problem(): string {
      return problem;
    },
    set problem(words: string) {
      problem = words;
    },
    /** Whether the work is under way. */
    get busy(): boolean {
      return name !== '';
    },
    /** Steps done; nothing before the first. */
    get done(): number | undefined {
      return done;
    },
    /** Steps in all. */
    get of(): number {
      return of;
    },
    /** Does the work, which is given the name to pass on; says whether it was done. */
    async run(work: (task: string) => Promise<unknown>): Promise<boolean> {
      const task = newTask((now, whole) => {
        done = now;
        of = whole;
      });
      name = task.name;
      done = undefined;
      problem = '';
      try {
        await work(task.name);
        return true;
      } catch (thrown) {
        problem = thrown instanceof CallError && thrown.code === 'stopped' ? '' : explain(thrown);
        return false;
      } finally {
        task.end();
        name = '';
      }
    },
    /** Stops it. */
    stop(): void {
      if (name) void commands.taskStop(name);
    },
  };
}
