/** Where the window is, and links to elsewhere. The list of screens is `src/routes.ts`. */
export { href, match, type Params, type PathName, type Register } from './paths';
export { go, hold, onAsked, route, startRouter } from './router.svelte';
