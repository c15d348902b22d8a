import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { typing } from './typing';

describe('typing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    forget();
    vi.useRealTimers();
  });

  function field(left: string | null = null) {
    const calls = answer({
      draft_get: () => (left === null ? null : { value: left }),
      draft_keep: () => null,
    });
    const kept = () =>
      calls.filter((call) => call.command === 'draft_keep').map((call) => call.args.value as string);
    return { kept, field: typing('person:1:position') };
  }

  it('keeps within a second of each key, however fast the next one follows', async () => {
    const { kept, field: follow } = field();
    for (let key = 1; key <= 60; key += 1) {
      follow.typed('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
      expect(key - (kept().at(-1)?.length ?? 0), `after ${key} keys`).toBeLessThanOrEqual(10);
    }
  });

  it('forgets once the value is saved, and says nothing where nothing was kept', async () => {
    const { kept, field: follow } = field();
    await follow.done();
    expect(kept()).toEqual([]);
    follow.typed('Head');
    await vi.advanceTimersByTimeAsync(900);
    await follow.done();
    expect(kept()).toEqual(['Head', '']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kept()).toEqual(['Head', '']);
  });

  it('gives back what an earlier run left, until somebody types', async () => {
    expect(await field('half a sen').field.left()).toBe('half a sen');
    expect(await field('').field.left()).toBeNull();
    expect(await field().field.left()).toBeNull();
    const late = field('half a sen').field;
    late.typed('new');
    expect(await late.left()).toBeNull();
    const { kept, field: found } = field('half a sen');
    await found.left();
    await found.done();
    expect(kept()).toEqual(['']);
  });
});
