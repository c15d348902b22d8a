/** Where things stand on a cohort's strip of time, in per cent of its length. */

const DAY = 86_400_000;
/** No label is drawn nearer to its neighbour than this, in per cent. */
const LABEL = 11;

/** A month of the strip. */
export interface MonthMark {
  /** First day, `YYYY-MM-DD`. */
  day: string;
  at: number;
  /** Whether its name is written: all of them, or every second or third of a long program. */
  named: boolean;
  /** Whether the year belongs to its name: the first one and each January. */
  year: boolean;
}

/** The span of the strip: whole months around everything that must stand on it. */
export interface Span {
  from: number;
  to: number;
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function monthStart(time: number, plus = 0): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + plus, 1);
}

/** The whole months that hold these days; `null` without any. */
export function spanOf(days: readonly (string | null | undefined)[]): Span | null {
  const times = days.flatMap((day) => (day ? [time(day)] : [])).filter((one) => !Number.isNaN(one));
  if (times.length === 0) return null;
  return { from: monthStart(Math.min(...times)), to: monthStart(Math.max(...times), 1) };
}

/** The place of a day, kept inside the strip. */
export function placeOf(span: Span, day: string): number {
  const share = (time(day) - span.from) / (span.to - span.from);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** The months of a strip. */
export function monthsOf(span: Span): MonthMark[] {
  const marks: MonthMark[] = [];
  for (let at = span.from; at < span.to; at = monthStart(at, 1)) {
    marks.push({ day: iso(at), at: placeOf(span, iso(at)), named: true, year: false });
  }
  const every = Math.ceil(marks.length / 14);
  let first = true;
  for (const [index, mark] of marks.entries()) {
    mark.named = index % every === 0;
    if (!mark.named) continue;
    mark.year = first || mark.day.slice(5, 7) === '01' || (every > 1 && Number(mark.day.slice(5, 7)) <= every);
    first = false;
  }
  return marks;
}

/** Which of these places, in order, have room for a label beside their neighbours; a preferred one always has. */
export function labelled(places: readonly number[], preferred = -1): boolean[] {
  const shown = places.map((_, index) => index === preferred);
  const free = (at: number) => places.every((other, index) => !shown[index] || Math.abs(other - at) >= LABEL);
  for (const [index, at] of places.entries()) if (!shown[index] && free(at)) shown[index] = true;
  return shown;
}

/** Whole days from one day to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY);
}
