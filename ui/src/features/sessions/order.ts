/** Where a block of an agenda can go: within its stretch, between blocks that stay where they are. */
import type { BlockView } from '$lib/ipc';

/** Whether a block stays where it is: it is locked, or it has begun. */
export const stays = (block: BlockView): boolean => block.locked || block.begun;

/** The first and the last place that the block at `from` can take. */
export function reach(blocks: readonly BlockView[], from: number): { first: number; last: number } {
  const here = blocks[from];
  if (!here || stays(here)) return { first: from, last: from };
  let [first, last] = [from, from];
  while (first > 0 && !stays(blocks[first - 1]!)) first -= 1;
  while (last < blocks.length - 1 && !stays(blocks[last + 1]!)) last += 1;
  return { first, last };
}

/** The block that keeps the one at `from` from moving up or down; `null` if it is the end of the agenda. */
export function barrier(blocks: readonly BlockView[], from: number, up: boolean): BlockView | null {
  return blocks[up ? from - 1 : from + 1] ?? null;
}

/**
 * The place for a block that is dragged so that its middle is at `y`. `middles` are those of the blocks as they stood
 * when the dragging began.
 */
export function placeAt(
  middles: readonly number[],
  from: number,
  y: number,
  within: { first: number; last: number },
): number {
  let to = within.first;
  for (let at = within.first; at <= within.last; at += 1) {
    if (at !== from && (middles[at] ?? 0) < y) to += 1;
  }
  return Math.min(to, within.last);
}

/** The block after which a new one goes: before a locked close, otherwise at the end; `null` for the beginning. */
export function afterLast(blocks: readonly BlockView[]): string | null {
  const last = blocks[blocks.length - 1];
  const before = last && last.locked && last.minutes === null ? blocks.length - 2 : blocks.length - 1;
  return blocks[before]?.id ?? null;
}
