/**
 * The one door to Rust. Nothing outside this folder imports `@tauri-apps/*`.
 *
 * `commands.peopleList(…)` resolves to the view or throws a `CallError`;
 * `onChanged(['person'], refresh)` calls `refresh` after a gesture touched one of the tables.
 */
import * as generated from './bindings.gen';
import { toCallError } from './errors';

export type * from './bindings.gen';
export { CallError, explain, toCallError } from './errors';
export { onChanged } from './changes';
export { newTask } from './tasks';

/** What a command resolves to, whether the generator wraps results or not. */
type Opened<R> = R extends { status: 'ok'; data: infer D } ? D : R extends { status: 'error' } ? never : R;
type Command<C> = C extends (...args: infer A) => Promise<infer R>
  ? (...args: A) => Promise<Opened<R>>
  : never;
type Door<C> = { readonly [K in keyof C]: Command<C[K]> };
type Untyped = (...args: unknown[]) => Promise<unknown>;

function isWrapped(
  found: unknown,
): found is { status: 'ok'; data: unknown } | { status: 'error'; error: unknown } {
  return (
    typeof found === 'object' &&
    found !== null &&
    'status' in found &&
    ((found.status === 'ok' && 'data' in found) || (found.status === 'error' && 'error' in found))
  );
}

async function call(command: Untyped, args: unknown[]): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await command(...args);
  } catch (thrown) {
    throw toCallError(thrown);
  }
  if (!isWrapped(answer)) return answer;
  if (answer.status === 'error') throw toCallError(answer.error);
  return answer.data;
}

function door<C extends object>(raw: C): Door<C> {
  const opened = Object.entries(raw).map(([name, command]) => [
    name,
    (...args: unknown[]) => call(command as Untyped, args),
  ]);
  return Object.fromEntries(opened) as Door<C>;
}

/** Every command of the shell, typed. */
export const commands = door(generated.commands);

/** Whether the page runs inside the app (else: a plain browser or a test without answers). */
export function inApp(): boolean {
  return '__TAURI_INTERNALS__' in globalThis;
}
