/** Which letters the interface face can draw. */
import { COVERED } from './coverage.gen';

function covered(code: number): boolean {
  return COVERED.some(([first, last]) => code >= first && code <= last);
}

/** Whether a text has a letter that Atkinson lacks: then the whole of it is set in Noto, never one glyph. */
export function needsNoto(text: string): boolean {
  return [...text].some((letter) => !covered(letter.codePointAt(0) ?? 0));
}
