import { describe, expect, it } from 'vitest';
import { answerWords, standing, tally, today, windowWords } from './words';

describe('an occasion', () => {
  const of = { opens: '2026-10-05', due: '2026-10-12', sheets: 3, enrolled: 24, withdrew: 0 };

  it('stands by its days, until every sheet is in', () => {
    expect(standing(of, '2026-10-04')).toBe('ahead');
    expect(standing(of, '2026-10-12')).toBe('open');
    expect(standing(of, '2026-10-13')).toBe('late');
    expect(standing({ ...of, sheets: 24 }, '2026-10-13')).toBe('complete');
    expect(standing({ opens: null, due: null, sheets: 0, enrolled: 0, withdrew: 0 }, '2026-10-13')).toBe(
      'open',
    );
  });

  it('says its window', () => {
    expect(windowWords(of)).toContain('2026');
    expect(windowWords({ opens: null, due: '2026-10-12' })).toMatch(/^until/);
    expect(windowWords({ opens: null, due: null })).toBe('no days fixed');
  });

  it('takes the day of this laptop', () => {
    expect(today(new Date(2026, 0, 9, 23, 59))).toBe('2026-01-09');
  });
});

describe('answers', () => {
  it('are counted by kind: blank and declined differ', () => {
    expect(tally(['4', '0', '-', '?7', '~', '', '1'])).toEqual({
      rated: 2,
      blank: 1,
      declined: 1,
      unreadable: 1,
      'not-shown': 1,
      none: 1,
    });
    expect(answerWords('?7')).toBe('unreadable: 7');
    expect(answerWords('?')).toBe('unreadable');
  });
});
