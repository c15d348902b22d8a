/** Reading a figure by keyboard: from row to row of its table, and along a row. */
import { t } from '$lib/locale';
import type { FigureView } from './types';

type Table = FigureView['table'];

/** The place in the table that is read, and what stands there in words. */
export function walk(table: () => Table) {
  let row = $state<number | null>(null);
  let column = $state(0);

  /** What is read: the whole row, or the cell where somebody went along it. */
  const words = $derived.by(() => {
    const { heads, rows } = table();
    const cells = row === null ? undefined : rows[row];
    if (row === null || !cells) return '';
    const text =
      column === 0
        ? t('figure-walk-cells', {
            name: cells[0] ?? '',
            cells: cells
              .slice(1)
              .map((value, at) => t('figure-walk-cell', { head: heads[at + 1] ?? '', value }))
              .join(', '),
          })
        : t('figure-walk-cells', {
            name: cells[0] ?? '',
            cells: t('figure-walk-cell', { head: heads[column] ?? '', value: cells[column] ?? '' }),
          });
    return t('figure-walk-row', { row: row + 1, rows: rows.length, text });
  });

  const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
  const go = (to: number) => {
    row = within(to, table().rows.length);
  };
  const moves: Record<string, () => void> = {
    ArrowDown: () => go(row === null ? 0 : row + 1),
    ArrowUp: () => go(row === null ? 0 : row - 1),
    Home: () => go(0),
    End: () => go(table().rows.length - 1),
    ArrowRight: () => along(1),
    ArrowLeft: () => along(-1),
  };
  const along = (step: number) => {
    go(row ?? 0);
    column = within(column + step, table().heads.length);
  };

  return {
    get row() {
      return row;
    },
    get words() {
      return words;
    },
    /** One row on, and from the last one to the first: for a click. */
    next() {
      go(row === null || row + 1 >= table().rows.length ? 0 : row + 1);
    },
    /** Follows the arrow keys, Home and End. */
    key(event: KeyboardEvent) {
      const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key];
      if (!move) return;
      event.preventDefault();
      move();
    },
    /** Forgets the place. */
    leave() {
      row = null;
      column = 0;
    },
  };
}
