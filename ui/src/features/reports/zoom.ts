/** How large a page is drawn. */
import type { PagePicture } from '$lib/ipc';

/** So that the whole page, or its width, fits its place; or a part of its true size. */
export type Zoom = 'page' | 'width' | number;

/** CSS pixels in a point. */
export const POINT = 96 / 72;
/** Steps of its size, 1 being that of the paper. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** The scale at which a page is drawn, 1 being that of the paper, in a place of so many CSS pixels. */
export function scaleOf(
  zoom: Zoom,
  page: Pick<PagePicture, 'width' | 'height'>,
  place: { width: number; height: number },
): number {
  if (typeof zoom === 'number') return zoom;
  const wide = place.width / ((page.width || 1) * POINT);
  const high = place.height / ((page.height || 1) * POINT);
  return Math.max(0, zoom === 'width' ? wide : Math.min(wide, high));
}

/** The next larger step. */
export const larger = (scale: number): number => STEPS.find((step) => step > scale + 0.005) ?? 4;
/** The next smaller step. */
export const smaller = (scale: number): number => STEPS.findLast((step) => step < scale - 0.005) ?? 0.25;
