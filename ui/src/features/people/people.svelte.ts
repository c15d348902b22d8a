/** What the screens of people show: the list of a cohort, and one person. */
import { followed } from '$lib/followed.svelte';
import { fold } from '$lib/locale';
import { commands, type PersonLine, type PersonView } from '$lib/ipc';

const TABLES = ['person', 'enrolment', 'cohort', 'sector', 'level'];

/** The people of a cohort. */
export function peopleOf(cohort: () => string) {
  return followed<PersonLine[]>(cohort, commands.peopleList, TABLES);
}

/** One person. */
export function personOf(person: () => string) {
  return followed<PersonView>(person, commands.personView, TABLES);
}

/** Whether a line holds every word of a search, in any of its texts. */
export function matches(line: PersonLine, search: string): boolean {
  const texts = [line.code, line.given, line.family, line.email, line.institution, line.sector, line.level];
  const all = fold(texts.join(' '));
  return fold(search)
    .split(' ')
    .every((word) => all.includes(word));
}
