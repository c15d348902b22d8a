/** Moving a block with the pointer. Native drag and drop is not used: on Windows it excludes dropping files. */
import type { BlockView } from '$lib/ipc';
import { placeAt, reach } from './order';

/** A block on its way. */
interface Drag {
  id: string;
  from: number;
  to: number;
  /** How far it was moved, in pixels. */
  by: number;
}

/** Follows the pointer over the rows of `list`; `drop` is told where the block goes. */
export function dragging(
  blocks: () => readonly BlockView[],
  list: () => HTMLElement | undefined,
  drop: (block: string, to: number) => void,
) {
  let drag = $state<Drag | null>(null);
  let middles: number[] = [];
  let began = 0;

  function move(event: PointerEvent): void {
    if (!drag) return;
    drag.by = event.clientY - began;
    const middle = middles[drag.from] ?? 0;
    drag.to = placeAt(middles, drag.from, middle + drag.by, reach(blocks(), drag.from));
  }

  return {
    /** The block on its way, if there is one. */
    get now(): Drag | null {
      return drag;
    },
    /** Whether the dragged block would come to stand above (`before`) or below (`after`) the one at this place. */
    mark(at: number): 'before' | 'after' | undefined {
      if (!drag || drag.to === drag.from || at !== drag.to) return undefined;
      return drag.to < drag.from ? 'before' : 'after';
    },
    /** The pointer went down on the handle of a block. */
    start(event: PointerEvent, id: string): void {
      const from = blocks().findIndex((block) => block.id === id);
      const rows = [...(list()?.querySelectorAll('[data-block]') ?? [])];
      if (event.button !== 0 || from < 0 || !(event.currentTarget instanceof HTMLElement)) return;
      middles = rows.map((row) => {
        const box = row.getBoundingClientRect();
        return box.top + box.height / 2;
      });
      began = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag = { id, from, to: from, by: 0 };
    },
    move,
    /** The pointer went up: the block stays where it is now. */
    end(event: PointerEvent): void {
      move(event);
      const done = drag;
      drag = null;
      if (done && done.to !== done.from) drop(done.id, done.to);
    },
    /** The pointer was taken away, or Escape: the block goes back. */
    cancel(): void {
      drag = null;
    },
  };
}
