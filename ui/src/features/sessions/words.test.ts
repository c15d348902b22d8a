import { describe, expect, it } from 'vitest';
import { awayWords, lineAt } from './words';

describe('words of sessions', () => {
  it('say how far away a day is', () => {
    expect(awayWords('2026-10-31', '2026-10-31')).toBe('today');
    expect(awayWords('2026-10-31', '2026-11-01')).toBe('tomorrow');
    expect(awayWords('2026-10-24', '2026-10-31')).toBe('in 7 days');
    expect(awayWords('2026-10-31', '2026-10-30')).toBe('');
  });

  it('find a line of a text', () => {
    const text = '# Day\n09:00 Welcome (20 min)\nlunch';
    expect(lineAt(text, 3)).toEqual({ from: 29, to: 34 });
    expect(text.slice(...Object.values(lineAt(text, 2)))).toBe('09:00 Welcome (20 min)');
    expect(lineAt(text, 9)).toEqual({ from: text.length, to: text.length });
  });
});
