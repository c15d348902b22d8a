/** Where the numbers of a page stand, and what they are called. */
import type { FigureChoice, PagePicture } from '$lib/ipc';
import { t } from '$lib/locale';

/** A number of a page; places and sizes in percent of the page. */
export interface Spot {
  key: string;
  /** The figure and its value. */
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The numbers of a page, in the order in which it is read. */
export function spotsOf(page: PagePicture, figures: readonly FigureChoice[]): Spot[] {
  const names = new Map(figures.map(({ key, name, value }) => [key, t('reports-figure', { name, value })]));
  const across = (points: number | null) => ((points ?? 0) / (page.width || 1)) * 100;
  const down = (points: number | null) => ((points ?? 0) / (page.height || 1)) * 100;
  return page.spots.map((spot) => ({
    key: spot.key,
    name: names.get(spot.key) ?? t('reports-figure-other'),
    left: across(spot.x),
    top: down(spot.y),
    width: across(spot.width),
    height: down(spot.height),
  }));
}
