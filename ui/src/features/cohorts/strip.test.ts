import { describe, expect, it } from 'vitest';
import { daysBetween, labelsOf, lanesOf, monthsOf, placeOf, spanOf } from './strip';

describe('the strip of time', () => {
  it('spans whole months around everything', () => {
    const span = spanOf(['2026-09-14', null, '2027-06-11']);
    expect(span && monthsOf(span).map((month) => month.day.slice(0, 7))).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
      '2027-05',
      '2027-06',
    ]);
    expect(
      span &&
        monthsOf(span)
          .filter((month) => month.year)
          .map((month) => month.day),
    ).toEqual(['2026-09-01', '2027-01-01']);
    expect(spanOf([null, undefined])).toBeNull();
  });

  it('puts days where they belong and keeps them inside', () => {
    const span = spanOf(['2026-04-10'])!;
    expect(placeOf(span, '2026-04-01')).toBe(0);
    expect(placeOf(span, '2026-04-16')).toBe(50);
    expect(placeOf(span, '2027-01-01')).toBe(100);
    expect(placeOf(span, '2020-01-01')).toBe(0);
  });

  it('names fewer months of a long program', () => {
    const months = monthsOf(spanOf(['2024-01-01', '2026-12-31'])!);
    expect(months).toHaveLength(36);
    expect(months.filter((month) => month.named)).toHaveLength(12);
  });

  it('leaves out labels that would lie on each other, never the preferred one', () => {
    const shown = (places: number[], preferred?: number) =>
      labelsOf(places, preferred).map((label) => label.shown);
    expect(shown([0, 3, 40, 45, 99])).toEqual([true, false, true, false, true]);
    expect(shown([0, 3, 40], 1)).toEqual([false, true, true]);
  });

  it('gives a label the room up to the next one, and turns the last one back at the edge', () => {
    expect(labelsOf([10, 40])).toEqual([
      { shown: true, back: false, room: 30 },
      { shown: true, back: false, room: 60 },
    ]);
    expect(labelsOf([50, 95]).map(({ back, room }) => [back, room])).toEqual([
      [false, 22.5],
      [true, 22.5],
    ]);
    expect(labelsOf([95])).toEqual([{ shown: true, back: true, room: 95 }]);
  });

  it('puts windows that would lie on each other into lanes', () => {
    const label = 'Window, closes 5 Oct';
    const lanes = lanesOf([
      { from: 5, to: 10, label },
      { from: 20, to: 24, label },
      { from: 60, to: 64, label },
      { from: 90, to: 99, label },
    ]);
    expect(lanes).toEqual([
      { lane: 0, back: false },
      { lane: 1, back: false },
      { lane: 0, back: false },
      { lane: 1, back: true },
    ]);
  });

  it('counts days', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  });
});
