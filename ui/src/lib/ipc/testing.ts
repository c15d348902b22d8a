/**
 * Answers for tests: `answer({ people_list: () => [...] })` stands in for the shell, by command name.
 * A command without an answer fails as it would in the app.
 */
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';

export { pretendChanged } from './changes';

/** Arguments as the shell gets them. */
export type Args = Record<string, unknown>;

/** Puts answers in the place of the shell; returns the calls made so far. */
export function answer(answers: Record<string, (args: Args) => unknown>): { command: string; args: Args }[] {
  const calls: { command: string; args: Args }[] = [];
  mockIPC((command, payload) => {
    if (command.startsWith('plugin:event')) return 0;
    const args = (payload ?? {}) as Args;
    calls.push({ command, args });
    const give = answers[command];
    if (!give) throw { code: 'no-answer', details: { command } };
    return give(args);
  });
  return calls;
}

/** Takes the answers away again. */
export const forget = clearMocks;
