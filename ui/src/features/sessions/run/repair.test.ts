import { describe, expect, it } from 'vitest';
import { choicesOf, proposed } from './repair';
import { repairOf } from './samples.test-data';
import { shortTitle } from './titles';

describe('ways to win time back', () => {
  it('each show what comes of them', () => {
    expect(choicesOf(repairOf()).map(({ title, result, fits }) => [title, result, fits])).toEqual([
      ['Shift the rest', 'Does not fit: ends 16:53', false],
      ['Shrink two blocks', '42 · 40, ends 16:45', true],
      ['Drop the optional one', '37 min to spare', true],
    ]);
  });
  it('say why they cannot be', () => {
    const choices = choicesOf(repairOf({ shrink: null, drop: null }));
    expect(choices.map((choice) => choice.possible)).toEqual([true, false, false]);
    expect(choices.map((choice) => choice.result).slice(1)).toEqual([
      'No block can give that much: each keeps 5 minutes',
      'None of these blocks is optional',
    ]);
  });
  it('propose the gentlest that fits', () => {
    expect(proposed(repairOf())).toBe('shrink');
    expect(proposed(repairOf({ shrink: null }))).toBe('drop');
    const short = { ...repairOf().drop!, over: 3, spare: 0 };
    expect(proposed(repairOf({ shrink: null, drop: short }))).toBe('shift');
    expect(choicesOf(repairOf({ drop: short }))[2]?.result).toBe('Still 3 min over: ends 16:08');
  });
});

describe('a title where there is little room', () => {
  it.each([
    ['Break', 28, 'Break'],
    ['Where do you lead from? Layers of leadership, walking exercise', 28, 'Where do you lead from?'],
    ['Giving and taking feedback, triads', 28, 'Giving and taking feedback'],
    ['Close, fixed: shuttle leaves', 8, 'Close'],
    ['A, B and everything else that comes to mind', 28, 'A, B and everything else that comes to mind'],
  ])('%s in %i is %s', (title, room, short) => {
    expect(shortTitle(title, room)).toBe(short);
  });
});
