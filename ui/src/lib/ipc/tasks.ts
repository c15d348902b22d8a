/** Tells who waits for long work how far it is. */
import { events, type Progressed } from './bindings.gen';

type Told = (done: number, of: number) => void;

const waiting = new Map<string, Told>();
let listening: Promise<unknown> | undefined;
let count = 0;

function spread(progressed: Progressed): void {
  waiting.get(progressed.task)?.(progressed.done, progressed.of);
}

/** A name for a piece of long work; `told` is called with its progress until `end` is. */
export function newTask(told: Told): { name: string; end: () => void } {
  if (!listening && '__TAURI_INTERNALS__' in globalThis) {
    listening = events.progressed.listen((event) => spread(event.payload));
  }
  count += 1;
  const name = `task-${count}`;
  waiting.set(name, told);
  return { name, end: () => waiting.delete(name) };
}

/** For tests: as if the shell had told how far a task is. */
export function pretendProgress(progressed: Progressed): void {
  spread(progressed);
}
