/** The time of a running block, worked out between two readings of the session. Everything here is milliseconds. */
import type { ClockView } from '$lib/ipc';

/** The two clocks of the machine at one moment: the one on the wall, and one that only ever runs on. */
export interface Reading {
  wall: number;
  mono: number;
}

/** An instant that the shell gave, and when it came by the clock that only runs on. */
export interface Sync {
  instant: number;
  mono: number;
}

/** An instant as the shell writes it, in milliseconds. */
export const instantOf = (text: string): number => new Date(text).getTime();

/** An instant as the shell reads it. */
export const textOf = (instant: number): string => new Date(instant).toISOString();

/** The present, counted on from what the shell said. */
export function presentOf(sync: Sync, mono: number): number {
  return sync.instant + (mono - sync.mono);
}

/** How much time a block has left, as a colour that never stands without its word. */
export type Light = 'calm' | 'amber' | 'red' | 'over';

/** What the big figures show. */
export interface Countdown {
  /** Whole seconds left; negative once the time is over. */
  left: number;
  /** How much of the block is gone, 0 to 1. */
  share: number;
  light: Light;
  /** When the block ends; later with each second of a pause. */
  ends: number;
  paused: boolean;
}

/** The countdown of a block at an instant. */
export function countdown(clock: ClockView, now: number): Countdown {
  const paused = clock.paused_at !== null;
  const still = clock.paused_at === null ? now : Math.min(now, instantOf(clock.paused_at));
  const ends = instantOf(clock.ends);
  const left = Math.ceil((ends - still) / 1000);
  const share = Math.max(0, Math.min(1, 1 - left / Math.max(1, clock.seconds)));
  const light = lightAt(clock, still, left);
  return { left, share, light, ends: ends + (now - still), paused };
}

function lightAt(clock: ClockView, still: number, left: number): Light {
  if (left <= 0) return 'over';
  if (still >= instantOf(clock.red_at)) return 'red';
  return still >= instantOf(clock.amber_at) ? 'amber' : 'calm';
}

/** Where a turn of the colour lies on the bar, 0 to 1. */
export function tick(clock: ClockView, turn: string): number {
  const whole = clock.seconds * 1000;
  return whole === 0 ? 0 : 1 - (instantOf(clock.ends) - instantOf(turn)) / whole;
}

/** Milliseconds until the last figure changes. */
export function untilNextSecond(countdown: Countdown | null, now: number): number {
  const rest = countdown && !countdown.paused ? countdown.ends - now : -now;
  const part = ((rest % 1000) + 1000) % 1000;
  return (part === 0 ? 1000 : part) + 5;
}

/** A jump that is asked about: longer than this the clock did not drift by itself. */
const JUMP = 120_000;

/**
 * Milliseconds that the wall clock went beyond the time that passed (negative if it was set back), or `null` if
 * the two agree. Where the steady clock goes on during sleep, silence tells the same: a window that is `seen` ticks
 * every second.
 */
export function jump(before: Reading, after: Reading, seen: boolean): number | null {
  const passed = after.mono - before.mono;
  const beyond = after.wall - before.wall - passed;
  if (Math.abs(beyond) > JUMP) return Math.round(beyond);
  return seen && passed > JUMP ? Math.round(passed) : null;
}

/** Whether another minute has begun since the session was read. */
export function minuteTurned(read: number, now: number): boolean {
  return Math.floor(read / 60_000) !== Math.floor(now / 60_000);
}

/** The day and the minutes of the day at an instant in a zone. */
export function localNow(now: number, zone: string): { day: string; minutes: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: [part('year'), part('month'), part('day')].join('-'),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** `HH:MM` as minutes of the day. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
