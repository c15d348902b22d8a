import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autosave } from './autosave.svelte';

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function typing() {
    const drafts: string[] = [];
    const saves: string[] = [];
    const field = autosave<string>({
      draft: (value) => Promise.resolve(drafts.push(value)),
      save: (value) => Promise.resolve(saves.push(value)),
    });
    return { drafts, saves, field };
  }

  it('keeps a draft within a second of each key, however fast the next one follows', async () => {
    const { drafts, saves, field } = typing();
    for (let key = 1; key <= 100; key += 1) {
      field.typed('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
      const kept = drafts.at(-1)?.length ?? 0;
      expect(key - kept, `after ${key} keys`).toBeLessThanOrEqual(10);
    }
    expect(saves).toEqual([]);
  });

  it('saves once after ten seconds of rest, and on leaving', async () => {
    const { saves, field } = typing();
    field.typed('one');
    await vi.advanceTimersByTimeAsync(9_900);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(saves).toEqual(['one']);
    field.typed('two');
    await field.leave();
    expect(saves).toEqual(['one', 'two']);
  });

  it('writes no draft once the value is saved', async () => {
    const { drafts, field } = typing();
    field.typed('one');
    await field.leave();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(drafts).toEqual([]);
  });
});
