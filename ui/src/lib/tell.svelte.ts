/**
 * Telling people things: `announce` is read out, `toast` is read out and shown for a while.
 * A toast is never the only place where an error stands: show it where it happened too.
 */

/** A short message at the foot of the window. */
export interface Toast {
  id: number;
  text: string;
  state: 'ok' | 'info' | 'warn' | 'danger';
  action?: { label: string; run: () => void };
}

const LONG_ENOUGH = 8_000;
const toasts = $state<Toast[]>([]);
const said = $state<{ id: number; text: string }[]>([]);
let last = 0;

/** The messages that are shown now, and the words being read out. */
export const told = {
  get toasts(): readonly Toast[] {
    return toasts;
  },
  get said(): readonly { id: number; text: string }[] {
    return said;
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

/** Shows a sentence, reads it out, and takes it away after a while unless it carries a problem. */
export function toast(text: string, options: Partial<Pick<Toast, 'state' | 'action'>> = {}): void {
  const entry: Toast = { id: ++last, text, state: options.state ?? 'ok', action: options.action };
  toasts.push(entry);
  if (toasts.length > 3) toasts.shift();
  announce(text);
  if (entry.state === 'ok' || entry.state === 'info') setTimeout(() => dismiss(entry.id), LONG_ENOUGH);
}

/** Takes a message away. */
export function dismiss(id: number): void {
  drop(toasts, id);
}
