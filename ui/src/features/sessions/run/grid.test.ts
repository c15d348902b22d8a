import { describe, expect, it } from 'vitest';
import { count, letter, onward, readTime, rowsOf, shortNames, step } from './grid';
import { lineOf } from './samples.test-data';

describe('walking', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 7, 8],
    ['ArrowRight', 22, 22],
    ['ArrowLeft', 8, 7],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 3, 11],
    ['ArrowDown', 15, 15],
    ['ArrowUp', 11, 3],
    ['ArrowUp', 3, 3],
    ['Home', 11, 8],
    ['End', 11, 15],
    ['End', 20, 22],
  ])('%s leads from %i to %i among 23 in rows of 8', (key, from, to) => {
    expect(step(key, from, 23, 8)).toBe(to);
  });
  it('goes to both ends with Control, and nowhere with other keys or without people', () => {
    expect([step('Home', 11, 23, 8, true), step('End', 11, 23, 8, true)]).toEqual([0, 22]);
    expect(step('p', 3, 23, 8)).toBeNull();
    expect(step('ArrowDown', 0, 0, 8)).toBeNull();
  });
  it('never leaves the grid, whatever its shape', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
    for (let size = 1; size <= 45; size += 4)
      for (let columns = 1; columns <= 12; columns += 1)
        for (let from = 0; from < size; from += 1)
          for (const key of keys) {
            const to = step(key, from, size, columns) ?? -1;
            expect(to).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThan(size);
          }
  });
});

describe('marking', () => {
  const lines = [lineOf(1, 'present'), lineOf(2), lineOf(3, 'absent')];
  it('goes on to the next, and from the last back to whoever is still expected', () => {
    expect([onward(0, lines), onward(1, lines), onward(2, lines)]).toEqual([1, 2, 1]);
    expect(onward(1, [lineOf(1, 'present'), lineOf(2)])).toBe(1);
  });
  it('has a letter for each mark', () => {
    expect((['present', 'late', 'absent', 'excused', 'expected'] as const).map(letter)).toEqual([
      'P',
      'L',
      'A',
      'E',
      '',
    ]);
  });
  it('is counted', () => {
    expect(count(lines)).toEqual({ present: 1, late: 0, absent: 1, excused: 0, expected: 1 });
  });
  it('stands in rows', () => {
    expect(rowsOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  });
});

describe('names in cells', () => {
  const named = (name: string, given: string) => ({ ...lineOf(name.length), person: name, name, given });
  it('are given names, told apart where two share one', () => {
    const names = shortNames([
      named('Ana Souza', 'Ana'),
      named('Ana Lima', 'Ana'),
      named('María José Ortega', 'María José'),
      named('Pelé', ''),
    ]);
    expect([...names.values()]).toEqual(['Ana S.', 'Ana L.', 'María José', 'Pelé']);
  });
});

describe('a time of arrival', () => {
  it.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['13.46', '13:46'],
    [' 23:59 ', '23:59'],
    ['24:00', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('%j is %j', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});
