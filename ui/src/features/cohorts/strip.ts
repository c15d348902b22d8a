/** Where things stand on a cohort's strip of time, in per cent of its length. */

const DAY = 86_400_000;
/** No label is drawn nearer to its neighbour than this, in per cent. */
const LABEL = 11;
/** What a letter of a label takes, in per cent. */
const LETTER = 0.65;

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

/** A label under the line: it runs to the right of its place, or back to the left, and has `room` to do so. */
export interface Label {
  shown: boolean;
  back: boolean;
  room: number;
}

/** A bracket under the line, in a lane of its own if it would lie on another; its label stands after or before it. */
export interface Lane {
  lane: number;
  back: boolean;
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
  const every = Math.ceil(marks.length / 12);
  let last = '';
  for (const [index, mark] of marks.entries()) {
    mark.named = index % every === 0;
    if (!mark.named) continue;
    mark.year = mark.day.slice(0, 4) !== last;
    last = mark.day.slice(0, 4);
  }
  return marks;
}

/** The labels of these places, in order; those that would lie on others are left out, never the preferred one. */
export function labelsOf(places: readonly number[], preferred = -1): Label[] {
  const labels = places.map((_, index) => ({ shown: index === preferred, back: false, room: 0 }));
  const free = (at: number) =>
    places.every((other, index) => !labels[index]?.shown || Math.abs(other - at) >= LABEL);
  for (const [index, at] of places.entries()) {
    const label = labels[index];
    if (label && !label.shown && free(at)) label.shown = true;
  }
  const shown = labels.flatMap((label, index) => (label.shown ? [{ label, at: places[index] ?? 0 }] : []));
  for (const [index, { label, at }] of shown.entries()) {
    const next = shown[index + 1];
    label.back = !next && 100 - at < LABEL;
    const before = shown[index - 1];
    // A label that runs back shares the room between it and the one before.
    if (label.back && before) label.room = before.label.room = (at - before.at) / 2;
    else if (label.back) label.room = at;
    else label.room = (next?.at ?? 100) - at;
  }
  return labels;
}

/** The lanes of these brackets with their labels, in order. */
export function lanesOf(windows: readonly { from: number; to: number; label: string }[]): Lane[] {
  const lanes: { from: number; to: number }[][] = [];
  return windows.map(({ from, to, label }) => {
    const room = 2 + label.length * LETTER;
    const back = to + room > 100;
    const taken = back ? { from: from - room, to } : { from, to: to + room };
    let lane = lanes.findIndex((others) =>
      others.every((other) => other.to < taken.from || taken.to < other.from),
    );
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push(taken);
    return { lane, back };
  });
}

/** Whole days from one day to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY);
}
