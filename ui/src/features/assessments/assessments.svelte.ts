/** What the screens of assessments follow: the occasions of a cohort, and whose turn it may be. */
import { commands, type AssessmentsView, type CodesView, type InstrumentLine } from '$lib/ipc';
import { followed } from '$lib/followed.svelte';

/** Tables that a list of sheets shows. */
export const TABLES = ['occasion', 'response', 'enrolment', 'person', 'cohort'];

/** The occasions and instruments of a cohort. */
export const assessmentsOf = (cohort: () => string) =>
  followed<AssessmentsView>(cohort, commands.assessmentsOverview, TABLES);

/** Whose turn it may be at an occasion. */
export const codesOf = (occasion: () => string) => followed<CodesView>(occasion, commands.sheetCodes, TABLES);

/** The newest version of each instrument: what is asked where nothing was yet. */
export const newest = (instruments: readonly InstrumentLine[]): InstrumentLine[] =>
  instruments.filter(
    (one) => !instruments.some((other) => other.key === one.key && other.version > one.version),
  );
