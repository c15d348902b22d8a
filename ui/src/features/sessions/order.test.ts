import { describe, expect, it } from 'vitest';
import type { BlockView } from '$lib/ipc';
import { afterLast, barrier, placeAt, reach } from './order';

function block(id: string, more: Partial<BlockView> = {}): BlockView {
  return {
    id,
    title: id,
    starts: '09:00',
    ends: '09:30',
    minutes: 30,
    locked: false,
    optional: false,
    competencies: [],
    instructions: '',
    over: 0,
    free: 0,
    begun: false,
    origin: null,
    ...more,
  };
}

const day = [
  block('done', { begun: true }),
  block('a'),
  block('b'),
  block('c'),
  block('lunch', { locked: true }),
  block('d'),
  block('close', { locked: true, minutes: null }),
];

describe('a block of an agenda', () => {
  it('stays between blocks that do not move', () => {
    expect(reach(day, 2)).toEqual({ first: 1, last: 3 });
    expect(reach(day, 5)).toEqual({ first: 5, last: 5 });
    expect(reach(day, 4)).toEqual({ first: 4, last: 4 });
    expect(barrier(day, 3, false)?.id).toBe('lunch');
    expect(barrier([block('a')], 0, true)).toBeNull();
  });

  it('goes where it is dropped, and no further', () => {
    const middles = [10, 30, 50, 70, 90, 110, 130];
    const within = reach(day, 1);
    expect(placeAt(middles, 1, 30, within)).toBe(1);
    expect(placeAt(middles, 1, 51, within)).toBe(2);
    expect(placeAt(middles, 1, 500, within)).toBe(3);
    expect(placeAt(middles, 3, -20, within)).toBe(1);
    expect(placeAt(middles, 3, 40, within)).toBe(2);
  });

  it('is added before a fixed close', () => {
    expect(afterLast(day)).toBe('d');
    expect(afterLast(day.slice(0, 5))).toBe('lunch');
    expect(afterLast([block('close', { locked: true, minutes: null })])).toBeNull();
    expect(afterLast([])).toBeNull();
  });
});
