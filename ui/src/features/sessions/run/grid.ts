/** Walking a grid of people, and the keys that mark them. */
import type { AttendanceLine, Presence, Tally } from '$lib/ipc';

/** Where a key leads from `at` among `count` cells in rows of `columns`; `null` if it is no key of the grid. */
export function step(key: string, at: number, count: number, columns: number, far = false): number | null {
  const last = count - 1;
  const row = at - (at % columns);
  const moves: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns < 0 ? at : at - columns,
    ArrowDown: at + columns > last ? at : at + columns,
    Home: far ? 0 : row,
    End: far ? last : row + columns - 1,
  };
  const to = moves[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(last, to));
}

/** Where to go after marking: the next person, or from the last one back to the first who is still expected. */
export function onward(at: number, lines: readonly AttendanceLine[]): number {
  if (at < lines.length - 1) return at + 1;
  const open = lines.findIndex((line, index) => line.mark === 'expected' && index !== at);
  return open < 0 ? at : open;
}

/** The letters that mark, in the order in which they are shown. */
export const LETTERS = { P: 'present', L: 'late', A: 'absent', E: 'excused' } as const satisfies Record<
  string,
  Presence
>;

/** The letter of a mark; none for one who is still expected. */
export function letter(mark: Presence): string {
  return Object.entries(LETTERS).find(([, meant]) => meant === mark)?.[0] ?? '';
}

/** How many people have each mark. */
export function count(lines: readonly AttendanceLine[]): Tally {
  const tally: Tally = { expected: 0, present: 0, late: 0, absent: 0, excused: 0 };
  for (const line of lines) tally[line.mark] += 1;
  return tally;
}

/** Lines cut into rows. */
export function rowsOf<T>(lines: readonly T[], columns: number): T[][] {
  const rows = Math.ceil(lines.length / columns);
  return Array.from({ length: rows }, (_, row) => lines.slice(row * columns, (row + 1) * columns));
}

/** What a cell calls a person: the given name, with the first letter of the rest where two share it. */
export function shortNames(lines: readonly AttendanceLine[]): Map<string, string> {
  const plain = (line: AttendanceLine) => line.given.trim() || line.name;
  const shared = new Map<string, number>();
  for (const line of lines) shared.set(plain(line), (shared.get(plain(line)) ?? 0) + 1);
  return new Map(
    lines.map((line) => {
      const name = plain(line);
      const rest = line.name.startsWith(name) ? line.name.slice(name.length).trim() : '';
      const [initial = ''] = rest;
      return [line.person, (shared.get(name) ?? 0) > 1 && initial ? `${name} ${initial}.` : name];
    }),
  );
}

/** A time of the day as people type it: `9:05`, `0905`, `9.05`, `905`; `HH:MM`, or `null`. */
export function readTime(text: string): string | null {
  const parts = /^(\d{1,2})[:.h]?(\d{2})$/.exec(text.trim());
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
