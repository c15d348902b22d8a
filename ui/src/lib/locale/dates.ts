/** Reads a day as people type it. */
import { systemRegion } from './format';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const numbers = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;
const dayFirst = /^(\d{1,2})\.?\s+([\p{L}]+)\.?,?\s+(\d{4})$/u;
const monthFirst = /^([\p{L}]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNamed(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function day(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date));
  const real =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return real ? made.toISOString().slice(0, 10) : null;
}

/** Whether the person's region writes the month first (9/14/2026). */
export function writesMonthFirst(region = systemRegion()): boolean {
  const parts = new Intl.DateTimeFormat(region).formatToParts(new Date(0)).map((part) => part.type);
  return parts.indexOf('month') < parts.indexOf('day');
}

/**
 * The day meant by `text`, as `YYYY-MM-DD`; `null` if it is none.
 * `2026-11-23`, `23 Nov 2026`, `Nov 23, 2026` are read everywhere; `11/12/2026` by the order of the region,
 * unless only one order gives a real day.
 */
export function readDate(text: string, monthBeforeDay = writesMonthFirst()): string | null {
  const typed = text.trim();
  let match = iso.exec(typed);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
  match = dayFirst.exec(typed);
  if (match) return day(Number(match[3]), monthNamed(match[2]), Number(match[1]));
  match = monthFirst.exec(typed);
  if (match) return day(Number(match[3]), monthNamed(match[1]), Number(match[2]));
  match = numbers.exec(typed);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const asMonthFirst = day(year, first, second);
  const asDayFirst = day(year, second, first);
  return monthBeforeDay ? (asMonthFirst ?? asDayFirst) : (asDayFirst ?? asMonthFirst);
}
