/** What the screens of people show: the list of a cohort, and one person. */
import { followed } from '$lib/followed.svelte';
import { fold } from '$lib/locale';
import {
  commands,
  type PersonAttendanceView,
  type PersonLine,
  type PersonProjectsView,
  type PersonView,
} from '$lib/ipc';

const TABLES = [
  'person',
  'enrolment',
  'cohort',
  'sector',
  'level',
  'departure',
  'consent_answer',
  'person_alias',
];

/** The people of a cohort. */
export function peopleOf(cohort: () => string) {
  return followed<PersonLine[]>(cohort, commands.peopleList, TABLES);
}

/** One person. */
export function personOf(person: () => string) {
  return followed<PersonView>(person, commands.personView, TABLES);
}

const pair = (key: string): [string, string] => {
  const [cohort = '', person = ''] = key.split(' ');
  return [cohort, person];
};

/** The projects, lessons and next steps of a person; the key is cohort and person, with a space between. */
export function workOf(key: () => string) {
  const tables = [
    'project',
    'project_member',
    'milestone',
    'project_update',
    'evidence',
    'lesson',
    'next_step',
    'person_alias',
  ];
  return followed<PersonProjectsView>(key, (asked) => commands.personProjects(...pair(asked)), tables);
}

/** The sessions of a cohort as one person came to them; the key as in `workOf`. */
export function attendanceOf(key: () => string) {
  const read = (asked: string) => commands.personAttendance(...pair(asked));
  return followed<PersonAttendanceView>(key, read, ['session', 'attendance', 'departure', 'person_alias']);
}

/** Whether a line holds every word of a search, in any of its texts. */
export function matches(line: PersonLine, search: string): boolean {
  const texts = [
    line.code,
    ...line.also,
    line.given,
    line.family,
    line.email,
    line.institution,
    line.sector,
    line.level,
  ];
  const all = fold(texts.join(' '));
  return fold(search)
    .split(' ')
    .every((word) => all.includes(word));
}
