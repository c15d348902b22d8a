/**
 * Telling people things: `announce` is read out, `toast` is read out and shown for a while, `problem` stands over the
 * page until it is dismissed. An error belongs where it happened (a `Banner`); `problem` is for what has no place.
 */

/** A short message at the foot of the window. It is never about an error, which must not go by itself. */
export interface Toast {
  id: number;
  text: string;
  state: 'ok' | 'info' | 'warn';
  action?: { label: string; run: () => void };
}

const LONG_ENOUGH = 8_000;
const toasts = $state<Toast[]>([]);
const said = $state<{ id: number; text: string }[]>([]);
const problems = $state<{ id: number; text: string }[]>([]);
let last = 0;

/** The messages that are shown now, the problems that stand, and the words being read out. */
export const told = {
  get toasts(): readonly Toast[] {
    return toasts;
  },
  get said(): readonly { id: number; text: string }[] {
    return said;
  },
  get problems(): readonly { id: number; text: string }[] {
    return problems;
  },
};

function drop(list: { id: number }[], id: number): void {
  const at = list.findIndex((entry) => entry.id === id);
  if (at >= 0) list.splice(at, 1);
}

/** Has a sentence read out. Each is a fresh node: WebKitGTK tells nothing when the text of a live region is replaced. */
export function announce(text: string): void {
  const id = ++last;
  said.push({ id, text });
  setTimeout(() => drop(said, id), 3_000);
}

/** Shows a sentence, reads it out, and takes it away after a while; a warning stays until it is dismissed. */
export function toast(text: string, options: Partial<Pick<Toast, 'state' | 'action'>> = {}): void {
  const entry: Toast = { id: ++last, text, state: options.state ?? 'ok', action: options.action };
  toasts.push(entry);
  if (toasts.length > 3) toasts.shift();
  announce(text);
  if (entry.state !== 'warn') setTimeout(() => dismiss(entry.id), LONG_ENOUGH);
}

/** Puts an error over the page, where it stays until it is dismissed. The same sentence stands there once. */
export function problem(text: string): void {
  const at = problems.findIndex((entry) => entry.text === text);
  if (at >= 0) problems.splice(at, 1);
  problems.push({ id: ++last, text });
}

/** Takes a message or a problem away. */
export function dismiss(id: number): void {
  drop(toasts, id);
  drop(problems, id);
}
