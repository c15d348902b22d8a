import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { keeper } from './keeper';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  forget();
  vi.useRealTimers();
});

it('keeps the last value of a place, and never lets a draft overtake what is saved after it', async () => {
  const order: string[] = [];
  answer({
    draft_keep: async ({ value }) => {
      await new Promise((done) => setTimeout(done, 300));
      order.push(`draft ${String(value)}`);
      return null;
    },
  });
  const writes = keeper(() => undefined);
  writes.keep('a', ['1', '']);
  writes.keep('a', ['1', '2']);
  await vi.advanceTimersByTimeAsync(260);
  const saved = writes.next(async () => void order.push('saved'));
  await vi.advanceTimersByTimeAsync(400);
  await saved;
  expect(order).toEqual(['draft ["1","2"]', 'saved']);
});

it('forgets an empty sheet, drops what is given up, and tells of failures', async () => {
  const failed = vi.fn();
  const calls = answer({ draft_keep: () => null });
  const writes = keeper(failed);
  writes.keep('a', ['', '']);
  writes.keep('b', ['1']);
  expect(writes.drop('b')).toBe(true);
  await vi.advanceTimersByTimeAsync(300);
  expect(calls.map((call) => call.args)).toEqual([{ place: 'a', value: '' }]);
  forget();
  answer({});
  writes.keep('c', ['1']);
  await vi.advanceTimersByTimeAsync(300);
  expect(failed).toHaveBeenCalledOnce();
});
