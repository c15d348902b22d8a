/** The words of a history: names of columns, and what their cells say. */
import { formatClock, formatDate, formatInstant, has, phrase, t } from './locale';

/** Columns that hold words of a closed list, with the ids of those words. */
const LISTS: Readonly<Record<string, string>> = {
  'person.consent': 'consent',
  'person.size': 'size',
  'person.roles': 'role',
  'enrolment.size': 'size',
  'sector.mark': 'glyph',
};
/** Columns that are yes or no. */
const FLAGS: ReadonlySet<string> = new Set([
  'locked',
  'optional',
  'dropped',
  'sample',
  'walk_in',
  'drafting',
]);
/** Columns that hold minutes of the day. */
const CLOCKS: ReadonlySet<string> = new Set(['session.starts']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
/** Longer texts are cut: a history says that they changed, not all that stands in them. */
const LONG = 160;

/** The name of a column, as it is called in this table or in every one. */
export function columnWord(table: string, column: string): string {
  const name = column.replaceAll('_', '-');
  const ids = [`column-${table.replaceAll('_', '-')}-${name}`, `column-${name}`];
  const id = ids.find(has);
  return id ? phrase(id, {}) : column;
}

/** What a cell says. */
export function cellWords(table: string, column: string, value: string): string {
  if (value === '') return t('history-nothing');
  const list = LISTS[`${table}.${column}`];
  if (list) {
    const ids = value.split(' ').map((word) => `${list}-${word}`);
    return ids.map((id) => (has(id) ? phrase(id, {}) : value)).join(', ');
  }
  if (FLAGS.has(column)) return value === '1' ? t('history-yes') : t('history-no');
  if (CLOCKS.has(`${table}.${column}`)) return formatClock(Number(value));
  if (DAY.test(value)) return formatDate(value);
  if (INSTANT.test(value)) return formatInstant(value);
  const line = value.replace(/\s*\n\s*/g, ', ');
  return line.length > LONG ? `${line.slice(0, LONG)}…` : line;
}
