/** Moving a row with the pointer. Native drag and drop is not used: on Windows it excludes dropping files. */

/** Follows the pointer over the rows of `list` that bear `data-row`; `drop` is told behind which row the moved one goes. */
export function dragging(
  list: () => HTMLElement | undefined,
  drop: (id: string, before: string | null) => void,
) {
  let now = $state<{ id: string; by: number; to: number } | null>(null);
  let ids: string[] = [];
  let middles: number[] = [];
  let began = 0;

  function move(event: PointerEvent): void {
    if (!now) return;
    now.by = event.clientY - began;
    now.to = middles.filter((middle) => middle < event.clientY).length;
  }
  return {
    /** How far a row was dragged, in pixels; nothing for one that stays. */
    by: (id: string): number | null => (now?.id === id ? now.by : null),
    /** Whether the moved row would come to stand above (`before`) or below (`after`) this one. */
    mark(id: string): 'before' | 'after' | undefined {
      if (!now || now.id === id) return undefined;
      if (ids[now.to - 1] === id) return 'after';
      return now.to === 0 && ids[0] === id ? 'before' : undefined;
    },
    /** The pointer went down on the handle of a row. */
    start(event: PointerEvent, id: string): void {
      if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
      const rows = [...(list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      ids = rows.map((row) => row.dataset['row'] ?? '');
      middles = rows.map((row) => {
        const box = row.getBoundingClientRect();
        return box.top + Math.min(box.height, 48) / 2;
      });
      began = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
      now = { id, by: 0, to: ids.indexOf(id) };
    },
    move,
    /** The pointer went up: the row stays where it is now. */
    end(event: PointerEvent): void {
      move(event);
      const done = now;
      now = null;
      if (!done || Math.abs(done.by) < 8) return;
      const above = ids.slice(0, done.to).filter((id) => id !== done.id);
      drop(done.id, above.at(-1) ?? null);
    },
    /** The pointer was taken away, or Escape: the row goes back. */
    cancel(): void {
      now = null;
    },
  };
}
