/**
 * What people write into a report, as the window reads it while they type; `domain::reports::narrative` decides. A figure
 * that stays linked to its source stands in the text as `{enrolled: 24}`.
 */
import type { FigureChoice } from '$lib/ipc';

/** Words, or a figure with its key. `now` is its value of today; none if it is gone or may not be printed. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'figure'; key: string; text: string; stale: boolean; now: string | null };

const FIGURE = /\{\s*([\p{Lowercase}\d./_-]{1,120})\s*:\s*([^\s{}](?:[^{}\n]*[^\s{}])?)\s*\}/gu;

/** The words and figures of a text, in order, held against the figures of today. */
export function pieces(text: string, figures: readonly FigureChoice[] = []): Piece[] {
  const values = new Map(figures.map((figure) => [figure.key, figure.value]));
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(FIGURE)) {
    const [whole, key = '', value = ''] = match;
    if (at < match.index) found.push({ kind: 'words', text: text.slice(at, match.index) });
    const now = values.get(key) ?? null;
    found.push({ kind: 'figure', key, text: value, stale: now !== value, now });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ kind: 'words', text: text.slice(at) });
  return found;
}

/** How many words a reader counts: runs of signs between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  const plain = pieces(text)
    .map((piece) => piece.text)
    .join('');
  return plain.split(/\s+/u).filter((word) => /[\p{Alphabetic}\p{N}]/u.test(word)).length;
}
