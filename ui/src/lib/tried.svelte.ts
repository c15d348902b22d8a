/** Work that can be refused: whether it is under way, and what stands in its way. */
import { explain } from './ipc';

/** Follows one kind of work on a screen, such as an import or a dialog that saves. */
export function trying() {
  let problem = $state('');
  let busy = $state(false);
  return {
    /** What stands in the way, as a sentence; empty if nothing does. */
    get problem(): string {
      return problem;
    },
    set problem(words: string) {
      problem = words;
    },
    /** Whether the work is under way. */
    get busy(): boolean {
      return busy;
    },
    /** Does the work; says whether it was done. */
    async run(work: () => Promise<unknown>): Promise<boolean> {
      busy = true;
      try {
        await work();
        problem = '';
        return true;
      } catch (thrown) {
        problem = explain(thrown);
        return false;
      } finally {
        busy = false;
      }
    },
  };
}
