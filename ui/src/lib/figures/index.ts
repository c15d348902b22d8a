/** Figures that Rust computed once: drawn as SVG, with the same data as a table. */
export { default as Figure } from './Figure.svelte';
export { default as PagePicture } from './PagePicture.svelte';
export { default as ProjectFigure } from './ProjectFigure.svelte';
export { default as RatingsFigure } from './RatingsFigure.svelte';
export { pointsOf } from './width';
export type { FigureView, Mark, Scene } from './types';
