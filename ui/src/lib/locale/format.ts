/** Dates, times and numbers for people. Over the wire dates are `YYYY-MM-DD` and instants ISO 8601 in UTC. */

/** The language of the words; dates and numbers follow the person's own region of it. */
export const language = 'en-US';

/** The region of the person's system, whatever its language; one that names none says `C`. */
export function systemRegion(): string {
  try {
    return Intl.getCanonicalLocales(globalThis.navigator?.language ?? language)[0] ?? language;
  } catch {
    return language;
  }
}

function region(): string {
  const own = systemRegion();
  return own.startsWith('en') ? own : language;
}

const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const found = kept.get(key) ?? new Intl.DateTimeFormat(region(), options);
  kept.set(key, found);
  return found;
}

/**
 * Ways to write a day: `short` 5 Oct, `medium` 5 Oct 2026, `weekday` Monday 5 October, `long` Monday, 5 October 2026,
 * `month` October 2026, `month-year` Oct 2026, `month-only` Oct.
 */
export type DateStyle = 'short' | 'medium' | 'weekday' | 'long' | 'month' | 'month-year' | 'month-only';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'month-year': { month: 'short', year: 'numeric' },
  'month-only': { month: 'short' },
};

/** A day, `YYYY-MM-DD`. What is not a day is shown as it stands. */
export function formatDate(day: string, style: DateStyle = 'medium'): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return formatter({ ...styles[style], timeZone: 'UTC' }).format(date);
}

/** Minutes of the day as a clock, 24 hours: `545` is `09:05`. Past midnight it goes on from 00:00. */
export function formatClock(minutes: number): string {
  const whole = ((Math.floor(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** The clock of an instant in a zone (the laptop's, if none is given), 24 hours. */
export function formatTime(instant: string | number | Date, timeZone?: string): string {
  const date = instant instanceof Date ? instant : new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  return formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date);
}

/** Day and clock of an instant in a zone. */
export function formatInstant(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const day = formatter({ ...styles.short, timeZone }).format(date);
  return `${day}, ${formatTime(date, timeZone)}`;
}

/** Seconds as a running time: `32:40`, `1:02:03`; below zero with a minus sign. */
export function formatSpan(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  const sign = seconds < 0 ? '−' : '';
  return sign + (hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':'));
}

/** A number with the person's separators. */
export function formatNumber(value: number, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(region(), options).format(value);
}

/** A change with its sign: `+2`, `−1`, `0`. */
export function formatChange(value: number, digits = 0): string {
  if (value === 0) return '0';
  return (value > 0 ? '+' : '−') + formatNumber(Math.abs(value), digits);
}

/** Letters compared as people sort them. */
export const collate = new Intl.Collator(language, { sensitivity: 'base', numeric: true }).compare;

/** A value from a file with its white space made visible. */
export function visible(found: string): string {
  return found.replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length)).replace(/\r?\n/g, '⏎');
}
