import { describe, expect, it } from 'vitest';
import { whenWords } from './when';

const at = (text: string) => new Date(text);

describe('whenWords', () => {
  const now = at('2026-11-25T15:00:00');
  it('names today and yesterday', () => {
    expect(whenWords(at('2026-11-25T00:05:00').toISOString(), now)).toBe('today 00:05');
    expect(whenWords(at('2026-11-24T23:59:00').toISOString(), now)).toBe('yesterday 23:59');
  });
  it('knows yesterday across the turn of a month', () => {
    expect(whenWords(at('2026-10-31T08:00:00').toISOString(), at('2026-11-01T08:00:00'))).toBe(
      'yesterday 08:00',
    );
  });
  it('writes the day, and the year when it is another', () => {
    expect(whenWords(at('2026-11-23T08:00:00').toISOString(), now)).toMatch(/23.*08:00$/);
    expect(whenWords(at('2025-11-25T08:00:00').toISOString(), now)).toMatch(/, 2025$/);
  });
  it('shows what is no instant as it stands', () => {
    expect(whenWords('soon', now)).toBe('soon');
  });
});
