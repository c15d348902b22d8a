/** The logic model of a program, its revisions, what it is given, and whom it reaches. */
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type InputsView,
  type ModelView,
  type ReachBy,
  type ReachView,
  type RevisionsView,
} from '$lib/ipc';
import { href } from '$lib/router';

/** The model with its figures: of one cohort, or of all of them. Nothing is read while no program is known. */
export function modelOf(program: () => string, cohort: () => string | null) {
  return followed<ModelView | null>(
    () => `${program()}/${cohort() ?? ''}`,
    (key) => {
      const [id = '', one = ''] = key.split('/');
      return id ? commands.modelView(id, one || null) : Promise.resolve(null);
    },
    'all',
  );
}

/** Its revisions, and what the next one would say. */
export function revisionsOf(program: () => string) {
  return followed<RevisionsView | null>(
    program,
    (id) => (id ? commands.modelRevisions(id) : Promise.resolve(null)),
    'all',
  );
}

/** Partners and hours. */
export function inputsOf(program: () => string) {
  return followed<InputsView | null>(
    program,
    (id) => (id ? commands.inputsView(id) : Promise.resolve(null)),
    'all',
  );
}

/** What people can be counted by. */
export const REACH: readonly ReachBy[] = ['sector', 'level', 'size', 'region'];

/** People by two facts. */
export function reachOf(
  program: () => string,
  cohort: () => string | null,
  rows: () => ReachBy,
  columns: () => ReachBy,
) {
  return followed<ReachView | null>(
    () => [program(), cohort() ?? '', rows(), columns()].join('/'),
    (key) => {
      const [id = '', one = '', down, across] = key.split('/');
      return id
        ? commands.reachView(id, one || null, down as ReachBy, across as ReachBy)
        : Promise.resolve(null);
    },
    'all',
  );
}

const PROGRAM = {
  carriers: 'inputs',
  facilities: 'inputs',
  partners: 'inputs',
  effort: 'inputs',
  leaders: 'reach',
  modules: 'curriculum',
  reused: 'curriculum',
  evidence: 'outcomes',
  indicators: 'outcomes',
  criteria: 'revisions',
} as const;
const COHORT = {
  instruments: 'assessments',
  projects: 'projects',
  bridges: 'projects',
  held: 'sessions',
  joint: 'sessions',
  higher: 'results',
  quality: 'results',
} as const;

/** Where the records behind a figure stand: of the cohort that is counted, or of the program. */
export function behind(figure: string, cohort: string | null): string | null {
  if (figure in PROGRAM) return href(PROGRAM[figure as keyof typeof PROGRAM]);
  if (!(figure in COHORT)) return null;
  return cohort ? href(COHORT[figure as keyof typeof COHORT]) : href('start');
}
