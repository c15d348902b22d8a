/**
 * Errors of the shell, typed. The words stand in Fluent as `error-<code>` with the details as arguments.
 */
import { has, phrase, t } from '$lib/locale';
import type { CommandError } from './bindings.gen';

/** A command that failed: its code and what the code needs to be explained. */
export class CallError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;

  constructor(error: CommandError) {
    super(error.code);
    this.name = 'CallError';
    this.code = error.code;
    this.details = error.details;
  }
}

function isCommandError(found: unknown): found is CommandError {
  return typeof found === 'object' && found !== null && 'code' in found && typeof found.code === 'string';
}

/** Turns whatever was thrown at the door into a `CallError`. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (isCommandError(thrown)) {
    return new CallError({ code: thrown.code, details: thrown.details ?? {} });
  }
  const found = thrown instanceof Error ? thrown.message : String(thrown);
  return new CallError({ code: 'unexpected', details: { found } });
}

/** The sentence that tells a person what went wrong. */
export function explain(thrown: unknown): string {
  const error = toCallError(thrown);
  const id = `error-${error.code}`;
  if (has(id)) return phrase(id, error.details);
  return t('error-unknown', { code: error.code });
}
