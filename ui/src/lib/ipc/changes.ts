/** Tells controllers that rows of a table changed, so that each screen refreshes exactly what it shows. */
import { events, type ChangedView } from './bindings.gen';

type Told = (ids: ReadonlySet<string>) => void;
interface Watch {
  /** Nothing means every table. */
  tables: ReadonlySet<string> | null;
  told: Told;
}

const watches = new Set<Watch>();
let listening: Promise<unknown> | undefined;

function spread(changed: ChangedView): void {
  for (const watch of watches) {
    const shows = (table: string) => watch.tables?.has(table) ?? true;
    if (!changed.tables.some(shows)) continue;
    watch.told(new Set(changed.rows.filter((row) => shows(row.table)).map((row) => row.id)));
  }
}

/** Tables whose rows decide how those of another are read: which records are one person, and who left a cohort. */
const ALONG: Readonly<Record<string, string>> = { person: 'person_alias', enrolment: 'departure' };

/**
 * Calls `told` when rows of `tables` (or of any table: `'all'`) changed, until the returned function is called. The ids are those of the
 * rows, or none after a change of very many. Use it in an `$effect`:
 * `$effect(() => onChanged(['person'], () => void people.refresh()))`.
 */
export function onChanged(tables: readonly string[] | 'all', told: Told): () => void {
  if (!listening && '__TAURI_INTERNALS__' in globalThis) {
    listening = events.changed.listen((event) => spread(event.payload));
  }
  const all = tables === 'all' ? null : new Set(tables.flatMap((table) => [table, ALONG[table] ?? table]));
  const watch: Watch = { tables: all, told };
  watches.add(watch);
  return () => watches.delete(watch);
}

/** For tests: as if the shell had said that these rows changed. */
export function pretendChanged(changed: ChangedView): void {
  spread(changed);
}
