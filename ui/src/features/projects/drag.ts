/**
 * Dragging with the pointer: the column under it is told while it moves, and the one where it is let go.
 * HTML5 drag and drop is not used: it and dropping files exclude each other in some web views.
 */

/** Who is told. */
export interface Aim {
  /** The pointer is over a column, or over none. Not called before it has moved a little. */
  moves: (column: string | null) => void;
  /** It was let go over a column, or over none; also when the drag is given up. */
  drops: (column: string | null) => void;
}

/** A press that moves less is a click. */
const SLACK = 6;
const OWN = 'button, input, select, textarea, label, summary';

const columnAt = (event: PointerEvent): string | null =>
  document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-column]')?.dataset
    .column ?? null;

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};

/** Follows the pointer from the press `start` until it is let go. Presses on controls inside stay theirs; links
 * can be dragged by, if they carry `draggable="false"`. */
export function aim(start: PointerEvent, { moves, drops }: Aim): void {
  const on = start.target instanceof Element ? start.target.closest(OWN) : null;
  if (start.button !== 0 || on) return;
  let lifted = false;

  function move(event: PointerEvent): void {
    if (event.pointerId !== start.pointerId) return;
    lifted ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK;
    if (lifted) moves(columnAt(event));
  }
  function end(column: string | null): void {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', cancel);
    removeEventListener('keydown', key, true);
    if (!lifted) return;
    // A link that was dragged is not followed.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, true));
    drops(column);
  }
  const up = (event: PointerEvent): void => {
    if (event.pointerId === start.pointerId) end(columnAt(event));
  };
  const cancel = (): void => end(null);
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end(null);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', cancel);
  addEventListener('keydown', key, true);
}
