/** What a facilitator does while a session runs, with what is said about it, and the keys that do it. */
import { formatTime, t } from '$lib/locale';
import type { KeyLine } from '$lib/keys.svelte';
import { announce } from '$lib/tell.svelte';
import { proposed } from './repair';
import type { RunControl } from './running.svelte';
import { textOf } from './time';
import type { RepairKind } from '$lib/ipc';

/** Minutes that the button and its key add. */
export const MORE = 5;
/** A repair that was put off comes back when this many more minutes are missing. */
const MISSING_MORE = 5;

/** The steps of a session that runs. */
export function stepsOf(run: RunControl) {
  let ending = $state(false);
  let picked = $state<RepairKind | null>(null);
  let put = $state<{ block: number | null; late: number } | null>(null);
  const repair = $derived(run.view?.repair ?? null);
  const chosen = $derived.by((): RepairKind => {
    if (!repair) return 'shift';
    const possible = picked === 'shift' || (picked !== null && repair[picked] !== null);
    return picked !== null && possible ? picked : proposed(repair);
  });
  const repairing = $derived.by(() => {
    if (!repair || !put) return repair !== null;
    return put.block !== (run.view?.current ?? null) || repair.shift.over >= put.late + MISSING_MORE;
  });
  const remaining = $derived(
    (run.view?.blocks ?? []).filter((block, at) => !block.done && !block.dropped && at !== run.view?.current)
      .length,
  );

  function sayNow(): void {
    const view = run.view;
    const block = view?.blocks[view.current ?? -1];
    if (view?.state === 'ended') return announce(t('run-said-ended'));
    if (!block) return;
    const { title, given, end: time } = block;
    announce(given ? t('run-said-now', { title, minutes: given, time }) : t('run-said-now-open', { title }));
  }
  const paused = (): boolean => (run.view?.paused_at ?? null) !== null;
  function ends(): string {
    return formatTime(run.clock.left?.ends ?? run.clock.now, run.view?.session.zone);
  }

  const steps = {
    run,
    /** Whether the question stands whether to end now. */
    get ending(): boolean {
      return ending;
    },
    set ending(open: boolean) {
      ending = open;
    },
    /** Blocks that have not begun. */
    get remaining(): number {
      return remaining;
    },
    /** Whether the block stands still. */
    get paused(): boolean {
      return paused();
    },
    /** Whether the ways to win time back are shown. */
    get repairing(): boolean {
      return repairing;
    },
    /** The way that is chosen. */
    get chosen(): RepairKind {
      return chosen;
    },
    set chosen(kind: RepairKind) {
      picked = kind;
    },
    async start(): Promise<void> {
      if (await run.start()) sayNow();
    },
    async next(): Promise<void> {
      if (await run.next()) sayNow();
    },
    async more(): Promise<void> {
      if (await run.more(MORE)) announce(t('run-said-more', { minutes: MORE, time: ends() }));
    },
    /** Pauses, or goes on after a pause; the pause does not count. */
    async pause(): Promise<void> {
      const stood = paused();
      if (!(await (stood ? run.resume(true) : run.pause()))) return;
      announce(stood ? t('run-said-resumed', { time: ends() }) : t('run-said-paused'));
    },
    askEnd(): void {
      ending = true;
    },
    async end(): Promise<void> {
      ending = false;
      if (await run.end()) sayNow();
    },
    async reopen(): Promise<void> {
      if (await run.reopen()) sayNow();
    },
    async repair(): Promise<void> {
      if (!repair) return;
      if (!repairing) return steps.again();
      if (!(await run.repair(chosen))) return;
      picked = null;
      put = null;
      const last = run.view?.blocks.findLast((block) => !block.dropped);
      announce(t('run-said-repaired', { time: last?.end ?? '' }));
    },
    notNow(): void {
      if (repair) put = { block: run.view?.current ?? null, late: repair.shift.over };
    },
    again(): void {
      put = null;
    },
    /** The time that nobody saw pass does not count. */
    async forgive(): Promise<void> {
      const { gap } = run.clock;
      if (!gap) return;
      const back = gap.minutes < 0;
      const taken = await (back ? run.more(gap.minutes) : run.forgive(textOf(gap.from)));
      if (taken) run.clock.settle();
    },
    /** The keys, as they are listed for the window. */
    keys(): KeyLine[] {
      const state = run.view?.state;
      if (state === 'planned') return [{ keys: 'S', does: t('run-start'), run: steps.start }];
      if (state !== 'running') return [];
      return [
        { keys: 'N', does: run.view?.next === null ? t('run-last') : t('run-next'), run: steps.next },
        { keys: '+', does: t('run-more', { minutes: MORE }), run: steps.more },
        { keys: 'Space', does: paused() ? t('run-resume') : t('run-pause'), run: steps.pause },
        ...(repair ? [{ keys: 'R', does: t('run-repair-key'), run: steps.repair }] : []),
      ];
    },
  };
  return steps;
}

/** The steps of a session. */
export type RunSteps = ReturnType<typeof stepsOf>;
