/** Patterns of addresses, typed: `/c/:cohort/people/:code`. */

/** `src/routes.ts` puts its patterns here, so that links are typed without the library knowing the screens. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Register {}

type Paths = Register extends { paths: infer P extends Record<string, string> } ? P : Record<string, string>;
/** The name of a screen. */
export type PathName = keyof Paths & string;
type Holes<P extends string> = P extends `${string}:${infer Hole}/${infer Rest}`
  ? Hole | Holes<`/${Rest}`>
  : P extends `${string}:${infer Hole}`
    ? Hole
    : never;
/** The parts of an address that a screen needs. `cohort` may be left out: it stays the one that is open. */
export type Params<Name extends PathName> = { [H in Exclude<Holes<Paths[Name]>, 'cohort'>]: string } & {
  cohort?: string;
};

let paths: Record<string, string> = {};
let openCohort = '';

/** Called once at the start with the patterns of `src/routes.ts`. */
export function setPaths(found: Record<string, string>): void {
  paths = found;
}

/** Remembers the cohort that links without one mean. */
export function setOpenCohort(cohort: string): void {
  openCohort = cohort;
}

/** The address of a screen, for `href` and `go`. */
export function href<Name extends PathName>(
  name: Name,
  ...args: Exclude<Holes<Paths[Name]>, 'cohort'> extends never
    ? [params?: { cohort?: string }, query?: Record<string, string>]
    : [params: Params<Name>, query?: Record<string, string>]
): string {
  const given: Record<string, string | undefined> = args[0] ?? {};
  const filled = (paths[name] ?? '/').replace(/:(\w+)/g, (_, hole: string) =>
    encodeURIComponent(given[hole] ?? (hole === 'cohort' ? openCohort : '')),
  );
  const query = new URLSearchParams(args[1]).toString();
  return `#${filled}${query ? `?${query}` : ''}`;
}

/** A screen that was found for an address. */
export interface Match {
  name: string;
  params: Record<string, string>;
  query: Record<string, string>;
}

function fit(pattern: string, path: string): Record<string, string> | null {
  const [want, have] = [pattern.split('/'), path.split('/')];
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of want.entries()) {
    const found = have[at] ?? '';
    if (part.startsWith(':')) {
      if (found === '') return null;
      params[part.slice(1)] = decodeURIComponent(found);
    } else if (part !== found) return null;
  }
  return params;
}

/** The screen of an address such as `#/c/1/people?q=ana`; `null` if there is none. Fixed words win over holes. */
export function match(hash: string): Match | null {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const asked = path === '' ? '/' : path;
  const byHoles = Object.entries(paths).sort(([, a], [, b]) => a.split(':').length - b.split(':').length);
  for (const [name, pattern] of byHoles) {
    const params = fit(pattern, asked);
    if (params) return { name, params, query: Object.fromEntries(new URLSearchParams(query)) };
  }
  return null;
}
