/** The figure of the report crate, as the window draws it. A number that is none comes as `null`; there are none. */
export type { Figure as FigureView, Ink, Mark, Scene } from '$lib/ipc';
