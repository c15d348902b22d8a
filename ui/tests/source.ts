/** The sources of the interface and of the words, for tests that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(dirname(new URL(import.meta.url).pathname), '../..');

/** A file and what is in it. */
export interface Source {
  name: string;
  text: string;
}

/** Files below a folder of the repository whose names end in one of `endings`. */
export function sources(folder: string, endings: readonly string[]): Source[] {
  const start = join(root, folder);
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: relative(root, file), text: readFileSync(file, 'utf8') }));
}
