/** Printing: the page is made as a file of the app's own and shown in the system's viewer, which prints. */
import { commands } from './ipc';

/**
 * Makes a file called `name` with `write` and shows it. It is swept away with the window; what a person wants to
 * keep goes through `commands.fileToSave`. Throws what went wrong: show it where it happened.
 */
export async function print(name: string, write: (to: string) => Promise<unknown>): Promise<void> {
  const to = await commands.fileToPrint(name);
  await write(to);
  await commands.fileOpen(to);
}
