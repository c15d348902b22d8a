import { describe, expect, it } from 'vitest';
import type { DefinitionPartView } from '$lib/ipc';
import { dropPlace, readCondition, writeCondition } from './library.svelte';

const part = (kind: 'item' | 'section', key: string, parent = ''): DefinitionPartView => ({
  id: key,
  kind,
  key,
  parent,
  text: key,
  words: '',
  about: '',
  about_name: '',
  measures: '',
  format: '',
  scale: '',
  labels: [],
  low: '',
  high: '',
  unit: '',
  shown_if: '',
  levels: [],
  sectors: [],
});

describe('a condition', () => {
  it('is written as it was read', () => {
    for (const line of ['mentor answered', 'mentor is yes soon', 'hours at-least 12.5']) {
      const read = readCondition(line);
      expect(read && writeCondition(read)).toBe(line);
    }
    expect(readCondition('')).toBeNull();
    expect(readCondition('mentor')).toBeNull();
  });
});

describe('a row that is dropped', () => {
  const [a, one, b, c, d] = [
    part('item', 'a'),
    part('section', 'one'),
    part('item', 'b', 'one'),
    part('item', 'c', 'one'),
    part('item', 'd'),
  ];
  const rows = [a, one, b, c, d].map((one) => ({ part: one, number: 0 }));
  it('goes into the section whose heading or item it stands behind', () => {
    expect(dropPlace(rows, d, one)).toEqual({ parent: 'one', to: 0 });
    expect(dropPlace(rows, d, b)).toEqual({ parent: 'one', to: 1 });
    expect(dropPlace(rows, b, c)).toEqual({ parent: 'one', to: 1 });
  });
  it('goes out of it behind an item without one, or to the beginning', () => {
    expect(dropPlace(rows, b, d)).toEqual({ parent: '', to: 3 });
    expect(dropPlace(rows, b, a)).toEqual({ parent: '', to: 1 });
    expect(dropPlace(rows, c, undefined)).toEqual({ parent: '', to: 0 });
  });
  it('takes a section to a place among what has none', () => {
    expect(dropPlace(rows, one, d)).toEqual({ parent: '', to: 2 });
    expect(dropPlace(rows, one, undefined)).toEqual({ parent: '', to: 0 });
  });
});
