import { describe, expect, it } from 'vitest';
import { larger, scaleOf, smaller } from './zoom';

const page = { width: 600, height: 900 };

describe('a page', () => {
  it('fits its place whole, or in width', () => {
    const place = { width: 800, height: 600 };
    expect(scaleOf('page', page, place)).toBeCloseTo(0.5);
    expect(scaleOf('width', page, place)).toBeCloseTo(1);
    expect(scaleOf(2, page, place)).toBe(2);
  });
  it('goes from any size to the next step and stays within them', () => {
    expect([larger(0.6), smaller(0.6)]).toEqual([0.67, 0.5]);
    expect([larger(1), smaller(1)]).toEqual([1.25, 0.8]);
    expect([larger(4), smaller(0.1)]).toEqual([4, 0.25]);
  });
});
