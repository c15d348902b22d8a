/** What the screens of a cohort show. */
import { followed } from '$lib/followed.svelte';
import { commands, type HomeView } from '$lib/ipc';

/** Tables of which the home shows something. */
const TABLES = [
  ...['cohort', 'program', 'enrolment', 'person', 'sector', 'level'],
  ...['session', 'block', 'attendance', 'occasion', 'response'],
  ...['project', 'project_member', 'milestone', 'project_update'],
];

/** A cohort at a glance. */
export function cohortHome(cohort: () => string) {
  return followed<HomeView>(cohort, commands.cohortHome, TABLES);
}
