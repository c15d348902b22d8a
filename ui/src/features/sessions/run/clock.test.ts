import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ticking } from './clock.svelte';
import { runViewOf } from './samples.test-data';
import type { RunView } from '$lib/ipc';

const NOON = new Date('2026-10-05T09:10:00Z');
let view: RunView | null;
let stop: () => void;
const read = vi.fn();

function started() {
  const clock = ticking(() => view, read);
  clock.set(NOON.toISOString());
  stop = clock.start();
  return clock;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: NOON });
  view = runViewOf();
  read.mockClear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the clock of a session', () => {
  it('ticks here and asks the shell once a minute', () => {
    const clock = started();
    expect(clock.left?.left).toBe(1200);
    vi.advanceTimersByTime(20_100);
    expect(clock.left?.left).toBe(1180);
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40_000);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('asks when the time of the block is over', () => {
    view = runViewOf();
    view.clock = { ...view.clock!, ends: '2026-10-05T09:10:30.000Z' };
    const clock = started();
    vi.advanceTimersByTime(29_500);
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(clock.left?.light).toBe('over');
  });

  it('follows the steady clock, not the one on the wall', () => {
    const clock = started();
    vi.setSystemTime(new Date('2026-10-05T09:11:30Z'));
    vi.advanceTimersByTime(2_100);
    expect(clock.left?.left).toBe(1198);
    expect(clock.gap).toBeNull();
  });

  it('asks about a jump, and adds a second one to it', () => {
    const clock = started();
    vi.advanceTimersByTime(5_100);
    vi.setSystemTime(Date.now() + 47 * 60_000);
    vi.advanceTimersByTime(1_000);
    expect(clock.gap?.minutes).toBe(47);
    expect(clock.gap!.to - clock.gap!.from).toBeGreaterThan(47 * 60_000);
    expect(read).toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 10 * 60_000);
    vi.advanceTimersByTime(1_000);
    expect(clock.gap?.minutes).toBe(57);
    clock.settle();
    expect(clock.gap).toBeNull();
  });

  it('asks about a clock that was set back', () => {
    const clock = started();
    vi.advanceTimersByTime(5_100);
    vi.setSystemTime(Date.now() - 60 * 60_000);
    vi.advanceTimersByTime(1_000);
    expect(clock.gap?.minutes).toBe(-60);
  });

  it('asks nothing about a pause, nor before the start', () => {
    for (const more of [
      { clock: { ...runViewOf().clock!, paused_at: '2026-10-05T09:09:00Z' } },
      { clock: null, state: 'planned' as const },
    ]) {
      view = runViewOf(more);
      const clock = started();
      vi.setSystemTime(Date.now() + 47 * 60_000);
      vi.advanceTimersByTime(1_100);
      expect(clock.gap).toBeNull();
      expect(read).toHaveBeenCalled();
      stop();
      vi.setSystemTime(NOON);
    }
  });

  it('stops', () => {
    started();
    stop();
    vi.advanceTimersByTime(300_000);
    expect(read).not.toHaveBeenCalled();
  });
});
