/** The address of the window as reactive state. */
import { untrack } from 'svelte';
import { match, setOpenCohort, setPaths, type Match } from './paths';

const state = $state<{ now: Match | null; cohort: string }>({ now: null, cohort: '' });

/** Where the window is; `null` for an address without a screen. */
export const route = {
  get now(): Match | null {
    return state.now;
  },
  /** The cohort that the address names, or the last one that it named: links without one lead there. */
  get cohort(): string {
    return state.cohort;
  },
  /** A part of the address, or an empty text. */
  param(name: string): string {
    return state.now?.params[name] ?? '';
  },
};

/** The address that may not be left. */
let held: string | null = null;

/**
 * Keeps the window at its address, whatever keys or buttons of the engine go back, until the returned function is
 * called.
 */
export function hold(): () => void {
  held = location.hash;
  return () => (held = null);
}

/**
 * Runs `run` when the address asks for it, as `?add=1` does, and takes the question out of the address again.
 * Use it in an `$effect`: `$effect(() => onAsked('add', ask))`.
 */
export function onAsked(question: string, run: () => void): void {
  if (!state.now?.query[question]) return;
  untrack(() => {
    go(location.hash.split('?')[0] ?? '#/', { replace: true });
    run();
  });
}

function read(): void {
  if (held !== null && location.hash !== held) history.pushState(null, '', held);
  state.now = match(location.hash);
  const cohort = state.now?.params.cohort;
  if (cohort) {
    state.cohort = cohort;
    setOpenCohort(cohort);
  }
}

/** Goes to an address made by `href`. `replace` leaves no step to come back to. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  read();
}

/** Starts to follow the address. Returns the way to stop. */
export function startRouter(paths: Record<string, string>): () => void {
  setPaths(paths);
  read();
  addEventListener('hashchange', read);
  addEventListener('popstate', read);
  return () => {
    removeEventListener('hashchange', read);
    removeEventListener('popstate', read);
  };
}
