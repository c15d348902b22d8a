import { describe, expect, it } from 'vitest';
import { distance, fold } from './fold';

describe('folding', () => {
  // The cases of `domain::people::letters`.
  it.each([
    ['Søren  ŁUKASZEWICZ', 'soren lukaszewicz'],
    ['O’Shaughnessy', 'oshaughnessy'],
    ["O'Shaughnessy", 'oshaughnessy'],
    ['Univ. Library', 'univ library'],
    ['Nguyễn Thị Hạnh', 'nguyen thi hanh'],
    ['Straße 5', 'strasse 5'],
    ['Æsir-Þór', 'aesir thor'],
    ['İstanbul', 'istanbul'],
    ['  ', ''],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(fold(text))).toBe(folded);
  });
});

describe('distance', () => {
  it('is smaller the nearer to the beginning', () => {
    const of = (typed: string) => distance(typed, 'Import roster…');
    expect(of('imp')).toBe(1);
    expect(of('ROST')).toBe(2);
    expect(of('port')).toBe(5);
    expect(of('ros imp')).toBe(3);
    expect(of('roster nothing')).toBeNull();
    expect(of('')).toBe(1);
  });
});
