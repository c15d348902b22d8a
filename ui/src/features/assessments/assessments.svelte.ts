/** What the screens of assessments follow: the occasions of a cohort, and whose turn it may be. */
import { commands, type AssessmentsView, type CodesView } from '$lib/ipc';
import { followed } from '$lib/followed.svelte';

/** Tables that a list of sheets shows. */
export const TABLES = ['occasion', 'response', 'enrolment', 'person', 'cohort'];

/** The occasions and instruments of a cohort. */
export const assessmentsOf = (cohort: () => string) =>
  followed<AssessmentsView>(cohort, commands.assessmentsOverview, TABLES);

/** Whose turn it may be at an occasion. */
export const codesOf = (occasion: () => string) => followed<CodesView>(occasion, commands.sheetCodes, TABLES);
