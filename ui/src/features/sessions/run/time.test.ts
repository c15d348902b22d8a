import { describe, expect, it } from 'vitest';
import { countdown, jump, localNow, minutesOf, minuteTurned, presentOf, tick, untilNextSecond } from './time';
import type { ClockView } from '$lib/ipc';

const at = (clock: string) => new Date(`2026-10-05T${clock}Z`).getTime();
/** An hour from 13:38 to 14:38. */
const hour: ClockView = {
  began: '2026-10-05T13:38:00.000Z',
  ends: '2026-10-05T14:38:00.000Z',
  seconds: 3600,
  amber_at: '2026-10-05T14:26:00.000Z',
  red_at: '2026-10-05T14:35:00.000Z',
  paused_at: null,
};

describe('the countdown', () => {
  it.each([
    ['13:38:00.000', 3600, 'calm', 0],
    ['14:05:20.000', 1960, 'calm', 1640 / 3600],
    ['14:05:20.400', 1960, 'calm', 1640 / 3600],
    ['14:25:59.900', 721, 'calm', 2879 / 3600],
    ['14:26:00.000', 720, 'amber', 0.8],
    ['14:34:59.999', 181, 'amber', 3419 / 3600],
    ['14:35:00.000', 180, 'red', 0.95],
    ['14:37:59.001', 1, 'red', 3599 / 3600],
    ['14:38:00.000', 0, 'over', 1],
    ['14:40:10.000', -130, 'over', 1],
  ] as const)('at %s has %i seconds left and is %s', (clock, left, light, share) => {
    const found = countdown(hour, at(clock));
    expect(found).toMatchObject({ left, light, paused: false, ends: at('14:38:00') });
    expect(found.share).toBeCloseTo(share, 6);
  });

  it('stands still during a pause, while the end moves on', () => {
    const paused = { ...hour, paused_at: '2026-10-05T14:00:00.000Z' };
    expect(countdown(paused, at('14:10:00'))).toMatchObject({
      left: 2280,
      light: 'calm',
      paused: true,
      ends: at('14:48:00'),
    });
  });

  it('has ticks where the colour turns', () => {
    expect(tick(hour, hour.amber_at)).toBeCloseTo(0.8, 6);
    expect(tick(hour, hour.red_at)).toBeCloseTo(0.95, 6);
  });

  it('sleeps until the last figure changes', () => {
    const now = at('14:05:20.300');
    expect(untilNextSecond(countdown({ ...hour, ends: '2026-10-05T14:38:00.500Z' }, now), now)).toBe(205);
    expect(untilNextSecond(countdown(hour, at('14:05:20')), at('14:05:20'))).toBe(1005);
    expect(untilNextSecond(null, at('14:05:20.300'))).toBe(705);
  });
});

describe('the two clocks', () => {
  it('agree however long nothing is said', () => {
    expect(jump({ wall: 0, mono: 0 }, { wall: 1_000, mono: 1_000 }, true)).toBeNull();
    expect(jump({ wall: 0, mono: 0 }, { wall: 120_000, mono: 1_000 }, true)).toBeNull();
    expect(jump({ wall: 0, mono: 0 }, { wall: 600_000, mono: 600_000 }, false)).toBeNull();
  });
  it('differ after a sleep and after the clock was set', () => {
    expect(jump({ wall: 0, mono: 0 }, { wall: 2_821_000, mono: 1_000 }, true)).toBe(2_820_000);
    expect(jump({ wall: 0, mono: 0 }, { wall: -3_599_000, mono: 1_000 }, false)).toBe(-3_600_000);
  });
  it('tell of a sleep by silence where the steady one goes on', () => {
    expect(jump({ wall: 0, mono: 0 }, { wall: 900_000, mono: 900_000 }, true)).toBe(900_000);
  });
  it('count on from what the shell said', () => {
    expect(presentOf({ instant: at('14:05:00'), mono: 5_000 }, 7_500)).toBe(at('14:05:02.500'));
    expect(minuteTurned(at('14:05:59.900'), at('14:06:00'))).toBe(true);
    expect(minuteTurned(at('14:05:00'), at('14:05:59.999'))).toBe(false);
  });
});

describe('local time', () => {
  it.each([
    ['America/Chicago', '2026-10-05', 14 * 60 + 5],
    ['Pacific/Auckland', '2026-10-06', 8 * 60 + 5],
    ['UTC', '2026-10-05', 19 * 60 + 5],
  ])('in %s', (zone, day, minutes) => {
    expect(localNow(at('19:05:20'), zone)).toEqual({ day, minutes });
  });
  it('has a midnight of 0', () => {
    expect(localNow(at('00:00:00'), 'UTC').minutes).toBe(0);
    expect(minutesOf('00:05')).toBe(5);
  });
});
