import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstWeekday } from './calendar';
import { readDate } from './dates';
import { here } from './here';

function region(language: string): void {
  vi.stubGlobal('navigator', { language });
}

describe('a day as people type it', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['23 Nov 2026', '2026-11-23'],
    ['23. november 2026', '2026-11-23'],
    ['Nov 23, 2026', '2026-11-23'],
    ['11/23/2026', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['31 Feb 2026', null],
    ['soon', null],
  ])('%s is %s, whatever the region', (typed, day) => {
    for (const language of ['en-US', 'de-DE', 'C', 'POSIX', '']) {
      region(language);
      expect(readDate(typed), language).toBe(day);
    }
  });

  it('follows the region where both orders give a day', () => {
    region('en-US');
    expect(readDate('11/12/2026')).toBe('2026-11-12');
    region('en-GB');
    expect(readDate('11/12/2026')).toBe('2026-12-11');
  });

  it('has a region where the system has none', () => {
    region('C');
    expect(here()).toBe('en-US');
    expect(firstWeekday()).toBeGreaterThanOrEqual(0);
  });
});
