/** Undo and redo: the step that each would turn, and turning it. */
import { columnWord } from './history';
import { commands, explain, onChanged, type StepView, type TurnedView } from './ipc';
import { formatInstant, has, phrase, t } from './locale';
import { problem, toast } from './tell.svelte';

const state = $state<{ undo: StepView | null; redo: StepView | null }>({ undo: null, redo: null });

/** The next steps. */
export const steps = {
  get undo(): StepView | null {
    return state.undo;
  },
  get redo(): StepView | null {
    return state.redo;
  },
};

/** The words of a step, e.g. "import of roster.csv". */
export function stepWords(step: StepView): string {
  const id = `step-${step.kind.replace('.', '-')}`;
  return has(id) ? phrase(id, { detail: step.detail }) : t('step-other');
}

/** Asks which steps are next. */
export async function refreshSteps(): Promise<void> {
  const top = await commands.undoTop();
  state.undo = top.undo;
  state.redo = top.redo;
}

/** Follows every change. Use in an `$effect`. */
export function followSteps(): () => void {
  void refreshSteps();
  return onChanged('all', () => void refreshSteps());
}

function tell(turned: TurnedView | null, done: 'undo-done' | 'redo-done'): void {
  if (!turned) return;
  const kept = turned.kept.map((cell) =>
    t('undo-kept', { column: columnWord(cell.table, cell.column), by: cell.by, at: formatInstant(cell.at) }),
  );
  const words = [t(done, { step: stepWords(turned.step) }), ...new Set(kept)].join(' ');
  toast(words, { state: kept.length > 0 ? 'warn' : 'ok' });
}

async function turn(
  command: () => Promise<TurnedView | null>,
  done: 'undo-done' | 'redo-done',
): Promise<void> {
  try {
    tell(await command(), done);
  } catch (thrown) {
    problem(explain(thrown));
  }
  await refreshSteps();
}

/** Turns the last step back. */
export const undo = (): Promise<void> => turn(commands.undo, 'undo-done');
/** Does the step again that was turned back last. */
export const redo = (): Promise<void> => turn(commands.redo, 'redo-done');
