/** Tells controllers that rows of a table changed, so that each screen refreshes exactly what it shows. */
import { events, type ChangedEvent } from './bindings.gen';

type Told = (ids: ReadonlySet<string>) => void;
interface Watch {
  tables: ReadonlySet<string>;
  told: Told;
}

const watches = new Set<Watch>();
let listening: Promise<unknown> | undefined;

function spread(event: ChangedEvent): void {
  for (const watch of watches) {
    const ids = event.rows.filter(([table]) => watch.tables.has(table)).map(([, id]) => id);
    if (ids.length > 0) watch.told(new Set(ids));
  }
}

/**
 * Calls `told` with the ids of changed rows of `tables`, until the returned function is called.
 * Use it in an `$effect`: `$effect(() => onChanged(['person'], () => void people.refresh()))`.
 */
export function onChanged(tables: readonly string[], told: Told): () => void {
  if (!listening && '__TAURI_INTERNALS__' in globalThis) {
    listening = events.changed.listen((event) => spread(event.payload));
  }
  const watch: Watch = { tables: new Set(tables), told };
  watches.add(watch);
  return () => watches.delete(watch);
}

/** For tests: as if the shell had said that these rows changed. */
export function pretendChanged(rows: [string, string][]): void {
  spread({ rows });
}
