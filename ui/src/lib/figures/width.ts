/** How wide a figure may be drawn. */

/** Steps of width, so that a window that is being dragged does not ask for a drawing at each pixel. */
const STEP = 40;

/** Points to ask Rust for, to fill a place `pixels` wide: the window draws a point 1.5 CSS pixels large. */
export function pointsOf(pixels: number): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const points = (pixels / 1.5) * (16 / rem);
  return Math.floor(points / STEP) * STEP;
}
