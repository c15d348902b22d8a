/** Titles of blocks where there is little room. */

/** Letters that a row has room for. */
const ROOM = 28;
/** Shortest beginning that still says what a block is. */
const LEAST = 5;

/** The part of a title before its explanation: up to a colon, a question mark or a comma, if it would not fit. */
export function shortTitle(title: string, room = ROOM): string {
  if (title.length <= room) return title;
  for (const [mark, kept] of [
    [': ', 0],
    ['? ', 1],
    [', ', 0],
    [' – ', 0],
  ] as const) {
    const at = title.indexOf(mark);
    if (at >= LEAST) return shortTitle(title.slice(0, at + kept), room);
  }
  return title;
}
