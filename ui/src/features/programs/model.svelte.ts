/** The logic model of a program, its revisions, what it is given, and whom it reaches. */
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type ByCohortView,
  type InputsView,
  type ModelFigure,
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

/** A figure of the whole program by cohort; its name comes from the address. */
export function byCohort(program: () => string, figure: () => string) {
  return followed<ByCohortView | null>(
    () => `${program()}/${figure()}`,
    (key) => {
      const [id = '', one = ''] = key.split('/');
      return id && one in COHORT ? commands.modelByCohort(id, one as ModelFigure) : Promise.resolve(null);
    },
    'all',
  );
}

const PROGRAM = {
  carriers: 'inputs',
  facilities: 'inputs',
  partners: 'inputs',
  effort: 'inputs',
  modules: 'curriculum',
  reused: 'curriculum',
  evidence: 'outcomes',
  indicators: 'outcomes',
  criteria: 'revisions',
} as const;
const COHORT: Record<ModelFigure, 'assessments' | 'projects' | 'reach' | 'results' | 'sessions'> = {
  leaders: 'reach',
  instruments: 'assessments',
  projects: 'projects',
  bridges: 'projects',
  held: 'sessions',
  joint: 'sessions',
  higher: 'results',
  quality: 'results',
};

/** Where the records behind a figure stand: of one cohort, of the program, or of all its cohorts one by one. */
export function behind(figure: string, cohort: string | null): string | null {
  if (figure in PROGRAM) return href(PROGRAM[figure as keyof typeof PROGRAM]);
  if (!(figure in COHORT)) return null;
  return cohort ? href(COHORT[figure as ModelFigure], { cohort }) : href('behind', { figure });
}
