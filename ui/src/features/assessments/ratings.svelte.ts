/** The import of ratings: a file, the sheets it holds, what is the matter with them, and the result. */
import {
  commands,
  type OnSecond,
  type RatingProblem,
  type RatingsInput,
  type RatingsView,
  type SheetMatter,
} from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';
import { trying } from '$lib/tried.svelte';

/** What becomes of the row or the answer of a problem. */
export type RatingGroup = 'out' | 'second' | 'care' | 'columns';

const GROUPS: Readonly<Record<SheetMatter, RatingGroup>> = {
  'unknown-code': 'out',
  'no-code': 'out',
  elsewhere: 'out',
  'unclosed-quote': 'out',
  'second-refused': 'second',
  'second-corrects': 'second',
  impossible: 'care',
  'not-asked': 'care',
  'too-long': 'care',
  'beyond-columns': 'care',
  'unknown-column': 'columns',
  'repeated-column': 'columns',
  'missing-column': 'columns',
};

/** The groups in the order of the screen. */
export const RATING_GROUPS: readonly RatingGroup[] = ['second', 'out', 'care', 'columns'];

/** The problems of a group. */
export const problemsOf = (problems: readonly RatingProblem[], group: RatingGroup): RatingProblem[] =>
  problems.filter((problem) => GROUPS[problem.matter] === group);

/** What the file belongs to. */
export type RatingsAbout = Pick<RatingsInput, 'instrument' | 'moment'>;

/** The import into a cohort. */
export function ratingsImport(cohort: () => string) {
  let input = $state.raw<RatingsInput | null>(null);
  let preview = $state.raw<RatingsView | null>(null);
  let result = $state.raw<RatingsView | null>(null);
  const work = trying();
  const look = (next: RatingsInput) =>
    work.run(async () => {
      preview = await commands.ratingsPreview(next);
      input = next;
    });

  return {
    get preview(): RatingsView | null {
      return preview;
    },
    get result(): RatingsView | null {
      return result;
    },
    /** What is done with a second sheet of the same person. */
    get onSecond(): OnSecond {
      return input?.on_second ?? 'refuse';
    },
    get problem(): string {
      return work.problem;
    },
    get busy(): boolean {
      return work.busy;
    },
    /** Reads a file. */
    open: (path: string, about: RatingsAbout) =>
      look({ path, cohort: cohort(), ...about, on_second: 'refuse' }),
    /** Reads it again for another instrument or moment. */
    change: (about: RatingsAbout) => (input ? look({ ...input, ...about }) : Promise.resolve(false)),
    /** Decides about second sheets. */
    second: (on_second: OnSecond) => (input ? look({ ...input, on_second }) : Promise.resolve(false)),
    /** Stores what the preview showed. */
    store: () =>
      work.run(async () => {
        if (!input) return;
        result = await commands.ratingsImport(input);
        savedNow();
      }),
    /** Back to the choice of a file; the one before is forgotten. */
    again(): void {
      input = null;
      preview = null;
      result = null;
      work.problem = '';
    },
  };
}
