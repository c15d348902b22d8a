/** The list of screens: add a path, its screen, and a line of the navigation if it has one. */
import type { Component } from 'svelte';
import type { CohortCounts } from '$lib/ipc';
import type { PlainId } from '$lib/locale';
import type { PathName } from '$lib/router';

/** Addresses. A path with `:cohort` stays in the cohort that is open. */
export const paths = {
  start: '/',
  settings: '/settings',
  words: '/words',
  bin: '/bin',
  program: '/program/:program',
  curriculum: '/curriculum',
  module: '/curriculum/:module',
  'module-differences': '/curriculum/:module/differences',
  library: '/library',
  instrument: '/library/instrument/:key',
  'instrument-differences': '/library/instrument/:key/differences',
  framework: '/library/framework/:key',
  'framework-differences': '/library/framework/:key/differences',
  staff: '/staff',
  someone: '/staff/:person',
  'someone-held': '/staff/:person/held',
  doubles: '/doubles',
  cohort: '/c/:cohort',
  'cohort-details': '/c/:cohort/details',
  people: '/c/:cohort/people',
  person: '/c/:cohort/people/:person',
  held: '/c/:cohort/people/:person/held',
  roster: '/c/:cohort/roster',
  assessments: '/c/:cohort/assessments',
  ratings: '/c/:cohort/assessments/import',
  results: '/c/:cohort/assessments/results',
  paper: '/c/:cohort/assessments/:occasion/paper',
  codes: '/c/:cohort/assessments/:occasion/form',
  form: '/c/:cohort/assessments/:occasion/form/:person',
  projects: '/c/:cohort/projects',
  project: '/c/:cohort/projects/:project',
  run: '/c/:cohort/sessions/:session/run',
  attendance: '/c/:cohort/sessions/:session/attendance',
  sessions: '/c/:cohort/sessions',
  agenda: '/c/:cohort/sessions/agenda',
  session: '/c/:cohort/sessions/:session',
  model: '/c/:cohort/model',
  revisions: '/c/:cohort/model/words',
  inputs: '/c/:cohort/model/inputs',
  reach: '/c/:cohort/model/reach',
  behind: '/c/:cohort/model/behind/:figure',
  outcomes: '/c/:cohort/outcomes',
  reports: '/c/:cohort/reports',
  report: '/c/:cohort/reports/:kind',
  'report-write': '/c/:cohort/reports/:kind/write/:section',
  data: '/c/:cohort/reports/data',
} as const;

declare module '$lib/router/paths' {
  interface Register {
    paths: typeof paths;
  }
}

/** A screen, loaded when it is first opened. */
export type Screen = () => Promise<{ default: Component }>;

/** What is drawn at each address. */
export const screens: Record<PathName, Screen> = {
  start: () => import('./features/programs/Start.svelte'),
  settings: () => import('./features/settings/Settings.svelte'),
  words: () => import('./features/people/Words.svelte'),
  bin: () => import('./features/settings/Bin.svelte'),
  program: () => import('./features/programs/Program.svelte'),
  curriculum: () => import('./features/curriculum/Curriculum.svelte'),
  module: () => import('./features/curriculum/Module.svelte'),
  'module-differences': () => import('./features/curriculum/Differences.svelte'),
  library: () => import('./features/assessments/library/Library.svelte'),
  instrument: () => import('./features/assessments/library/Instrument.svelte'),
  'instrument-differences': () => import('./features/assessments/library/InstrumentDifferences.svelte'),
  framework: () => import('./features/assessments/library/Framework.svelte'),
  'framework-differences': () => import('./features/assessments/library/FrameworkDifferences.svelte'),
  staff: () => import('./features/people/Staff.svelte'),
  someone: () => import('./features/people/Person.svelte'),
  'someone-held': () => import('./features/people/PersonHeld.svelte'),
  doubles: () => import('./features/people/Doubles.svelte'),
  cohort: () => import('./features/cohorts/Home.svelte'),
  'cohort-details': () => import('./features/cohorts/CohortDetails.svelte'),
  people: () => import('./features/people/People.svelte'),
  person: () => import('./features/people/Person.svelte'),
  held: () => import('./features/people/PersonHeld.svelte'),
  roster: () => import('./features/people/Roster.svelte'),
  assessments: () => import('./features/assessments/Assessments.svelte'),
  ratings: () => import('./features/assessments/Ratings.svelte'),
  results: () => import('./features/assessments/Results.svelte'),
  paper: () => import('./features/assessments/Paper.svelte'),
  codes: () => import('./features/assessments/Codes.svelte'),
  form: () => import('./features/assessments/Form.svelte'),
  projects: () => import('./features/projects/Projects.svelte'),
  project: () => import('./features/projects/Project.svelte'),
  run: () => import('./features/sessions/run/Run.svelte'),
  attendance: () => import('./features/sessions/run/AttendancePage.svelte'),
  sessions: () => import('./features/sessions/Sessions.svelte'),
  agenda: () => import('./features/sessions/Agenda.svelte'),
  session: () => import('./features/sessions/Session.svelte'),
  model: () => import('./features/programs/Model.svelte'),
  revisions: () => import('./features/programs/Revisions.svelte'),
  inputs: () => import('./features/programs/Inputs.svelte'),
  reach: () => import('./features/programs/Reach.svelte'),
  behind: () => import('./features/programs/Behind.svelte'),
  outcomes: () => import('./features/outcomes/Outcomes.svelte'),
  reports: () => import('./features/reports/Reports.svelte'),
  report: () => import('./features/reports/Report.svelte'),
  'report-write': () => import('./features/reports/Write.svelte'),
  data: () => import('./features/reports/Data.svelte'),
};

/** The page of the help (a file of `docs/guide`) that fits a screen. */
export const helpOf: Record<PathName, string> = {
  start: 'cohorts',
  settings: 'settings',
  words: 'people',
  bin: 'undo',
  program: 'programs',
  curriculum: 'curriculum',
  module: 'curriculum',
  'module-differences': 'curriculum',
  library: 'instruments',
  instrument: 'instruments',
  'instrument-differences': 'instruments',
  framework: 'instruments',
  'framework-differences': 'instruments',
  staff: 'people',
  someone: 'people',
  'someone-held': 'people',
  doubles: 'people',
  cohort: 'cohorts',
  'cohort-details': 'cohorts',
  people: 'people',
  person: 'people',
  held: 'people',
  roster: 'roster',
  assessments: 'assessments',
  ratings: 'assessments',
  results: 'assessments',
  paper: 'assessments',
  codes: 'assessments',
  form: 'assessments',
  projects: 'projects',
  project: 'projects',
  run: 'running',
  attendance: 'attendance',
  sessions: 'sessions',
  agenda: 'sessions',
  session: 'sessions',
  model: 'model',
  revisions: 'model',
  inputs: 'model',
  reach: 'model',
  behind: 'model',
  outcomes: 'outcomes',
  reports: 'reports',
  report: 'reports',
  'report-write': 'reports',
  data: 'data',
};

/** A line of the navigation. */
export interface NavigationLine {
  path: PathName;
  label: PlainId;
  /** `cohort`: only while a cohort is open. `foot`: at the foot. */
  group: 'cohort' | 'program' | 'foot';
  /** Addresses that light this line up too. */
  with?: readonly PathName[];
  /** How many there are of it in the cohort. */
  count?: keyof CohortCounts;
}

/** The navigation, in order. */
export const navigation: readonly NavigationLine[] = [
  { path: 'cohort', label: 'screen-cohort', group: 'cohort', with: ['cohort-details'] },
  {
    path: 'sessions',
    label: 'screen-sessions',
    group: 'cohort',
    with: ['session', 'agenda', 'run', 'attendance'],
    count: 'sessions',
  },
  {
    path: 'people',
    label: 'screen-people',
    group: 'cohort',
    with: ['person', 'held', 'roster'],
    count: 'people',
  },
  {
    path: 'assessments',
    label: 'screen-assessments',
    group: 'cohort',
    with: ['ratings', 'results', 'paper', 'codes', 'form'],
    count: 'assessments',
  },
  { path: 'projects', label: 'screen-projects', group: 'cohort', with: ['project'], count: 'projects' },
  { path: 'reports', label: 'screen-reports', group: 'cohort', with: ['report', 'report-write', 'data'] },
  {
    path: 'model',
    label: 'screen-model',
    group: 'program',
    with: ['revisions', 'inputs', 'reach', 'behind'],
  },
  {
    path: 'curriculum',
    label: 'screen-curriculum',
    group: 'program',
    with: ['module', 'module-differences'],
  },
  {
    path: 'library',
    label: 'screen-library',
    group: 'program',
    with: ['instrument', 'instrument-differences', 'framework', 'framework-differences'],
  },
  { path: 'outcomes', label: 'screen-outcomes', group: 'program' },
  { path: 'start', label: 'screen-start', group: 'program', with: ['program'] },
  { path: 'staff', label: 'screen-staff', group: 'program', with: ['someone', 'someone-held'] },
  { path: 'settings', label: 'screen-settings', group: 'foot', with: ['words', 'bin'] },
];
