/** What screens show of a person over time: places, roles, consent, records. */
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type ConsentAnswer,
  type ConsentMeans,
  type DoubleView,
  type HeldPage,
  type LeftView,
  type OverTimeView,
} from '$lib/ipc';
import { formatDate, t } from '$lib/locale';

const TABLES = [
  'person',
  'enrolment',
  'cohort',
  'departure',
  'leaving_reason',
  'consent_kind',
  'consent_answer',
  'person_alias',
  'hours',
];

/** One person over time. */
export function overTimeOf(person: () => string) {
  return followed<OverTimeView>(person, commands.personOverTime, TABLES);
}

/** What is held about one person, in words. */
export function heldOf(person: () => string) {
  return followed<HeldPage>(person, commands.personHeld, 'all');
}

/** Records that may be one person. */
export function doublesList() {
  return followed<DoubleView[]>(
    () => '',
    () => commands.peopleDoubles(),
    ['person', 'person_alias', 'two_people', 'enrolment'],
  );
}

/** How somebody left, in a line. */
export function leftWords(left: LeftView): string {
  const day = formatDate(left.day);
  if (left.way === 'moved') return t('left-moved', { cohort: left.onward, day });
  return left.reason ? t('left-withdrew-why', { day, reason: left.reason }) : t('left-withdrew', { day });
}

/** What became of the answers of somebody who withdrew. */
export function answersWords(left: LeftView): string {
  if (left.way === 'moved') return '';
  return {
    count: t('left-answers-count'),
    keep: t('left-answers-keep'),
    deleted: t('left-answers-deleted'),
  }[left.answers];
}

/** The word of an answer; none where nobody answered. */
export function answerWord(answer: ConsentAnswer | null): string {
  if (!answer) return t('consent-not-answered');
  return {
    given: t('consent-given'),
    refused: t('consent-refused'),
    withdrawn: t('consent-withdrawn'),
  }[answer];
}

/** How an answer came; none for one that the record itself holds. */
export function meansWord(means: ConsentMeans | null): string {
  if (!means) return t('consent-means-record');
  return {
    paper: t('consent-means-paper'),
    spoken: t('consent-means-spoken'),
    laptop: t('consent-means-laptop'),
    file: t('consent-means-file'),
  }[means];
}
