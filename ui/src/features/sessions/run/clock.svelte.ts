/** The clock of a running session: ticks here, once a second, without asking the shell. */
import { countdown, instantOf, jump, minuteTurned, presentOf, untilNextSecond } from './time';
import type { Countdown, Reading, Sync } from './time';
import type { RunView } from '$lib/ipc';

/** Time that nobody saw pass: the laptop slept, or its clock was set. */
export interface Gap {
  /** Instants before and after, by the clock on the wall. */
  from: number;
  to: number;
  /** Whole minutes; negative if the clock was set back. */
  minutes: number;
}

const reading = (): Reading => ({ wall: Date.now(), mono: performance.now() });

/** Follows the time of the session that `view` gives; `read` is called when it has to be read again. */
export function ticking(view: () => RunView | null, read: () => unknown) {
  let sync: Sync = { instant: Date.now(), mono: performance.now() };
  let now = $state(sync.instant);
  let gap = $state<Gap | null>(null);
  let last = reading();
  let seen = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = $derived.by((): Countdown | null => {
    const clock = view()?.clock;
    return clock ? countdown(clock, now) : null;
  });

  function notice(at: Reading, visible: boolean): void {
    const beyond = jump(last, at, seen && visible);
    const { wall } = last;
    last = at;
    seen = visible;
    if (beyond === null) return;
    const clock = view()?.clock;
    if (clock && clock.paused_at === null) {
      const minutes = Math.round(beyond / 60_000) + (gap?.minutes ?? 0);
      gap = minutes === 0 ? null : { from: gap?.from ?? wall, to: at.wall, minutes };
    }
    void read();
  }
  function tick(): void {
    const at = reading();
    const before = { now, left };
    notice(at, document.visibilityState !== 'hidden');
    now = presentOf(sync, at.mono);
    const over = (before.left?.left ?? 0) > 0 && (left?.left ?? 1) <= 0;
    if (over || minuteTurned(before.now, now)) void read();
    clearTimeout(timer);
    timer = setTimeout(tick, untilNextSecond(left, now));
  }

  return {
    /** The present, in milliseconds. */
    get now(): number {
      return now;
    },
    /** The countdown of the block that runs. */
    get left(): Countdown | null {
      return left;
    },
    /** Time that a person has to decide about. */
    get gap(): Gap | null {
      return gap;
    },
    /** It was decided. */
    settle(): void {
      gap = null;
    },
    /** The shell said what time it is. */
    set(instant: string): void {
      sync = { instant: instantOf(instant), mono: performance.now() };
      now = sync.instant;
    },
    /** Ticks until the returned function is called. */
    start(): () => void {
      last = reading();
      tick();
      document.addEventListener('visibilitychange', tick);
      return () => {
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', tick);
      };
    },
  };
}

/** The clock of a session. */
export type RunClock = ReturnType<typeof ticking>;
