import { afterEach, expect, it, vi } from 'vitest';
import { readDate, writesMonthFirst } from './dates';

afterEach(() => vi.unstubAllGlobals());

it('reads days as people write them', () => {
  for (const text of ['2026-10-05', '5 Oct 2026', 'Oct 5, 2026', '5 October 2026', '10/5/2026'])
    expect(readDate(text, true)).toBe('2026-10-05');
  expect(readDate('5/10/2026', false)).toBe('2026-10-05');
  expect(readDate('31 Feb 2026')).toBeNull();
  expect(readDate('soon')).toBeNull();
});

it('works where the system names no region', () => {
  vi.stubGlobal('navigator', { language: 'C' });
  expect(writesMonthFirst()).toBe(true);
  expect(readDate('5 Oct 2026')).toBe('2026-10-05');
});

it('keeps the order of a region whose language is another', () => {
  vi.stubGlobal('navigator', { language: 'de-DE' });
  expect(readDate('5.10.2026')).toBe('2026-10-05');
});
