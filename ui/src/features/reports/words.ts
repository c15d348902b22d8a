/** The words for reports: kinds, readers, what a record is called and where it opens. */
import type { Audience, RecordLine, ReportKind, ReportSection, ThresholdLine } from '$lib/ipc';
import { phrase, t } from '$lib/locale';
import { href } from '$lib/router';

/** Every kind of report, in the order of the list. */
export const KINDS: readonly ReportKind[] = [
  'funder',
  'statements',
  'cohort',
  'session',
  'coach',
  'participant',
  'certificate',
];

/** Whether a part of an address names a kind. */
export const isKind = (word: string): word is ReportKind => (KINDS as readonly string[]).includes(word);

/** The name of a kind. */
export const kindWord = (kind: ReportKind): string => phrase(`reports-kind-${kind}`, {});
/** What a report of a kind is, and who reads it. */
export const kindText = (kind: ReportKind): string => phrase(`reports-about-${kind}`, {});
/** The readers. */
export const audienceWord = (audience: Audience): string => phrase(`reports-audience-${audience}`, {});

/** Fewest people that a number stands for, in words. */
export const groupsWord = (line: ThresholdLine): string =>
  line.people === null ? t('reports-own-data') : t('reports-groups', { people: line.people });

/** A name that every file system takes. */
export const fileName = (name: string): string => name.replace(/[/\\:*?"<>|\n]/g, ' ');

/** The section that a problem is about: the longest heading that it begins with. */
export function sectionOf(problem: string, sections: readonly ReportSection[]): ReportSection | null {
  const named = sections.filter((section) => problem.startsWith(`${section.heading}:`));
  return named.sort((a, b) => b.heading.length - a.heading.length)[0] ?? null;
}

/** What a record is called. */
export const recordName = (record: RecordLine): string =>
  record.name || phrase(`reports-record-${record.kind}`, {});

/** Where a record opens; nothing for a kind of a later version. */
export function recordLink(record: RecordLine): string | null {
  const cohort = record.cohort || undefined;
  switch (record.kind) {
    case 'person':
      return href('person', { person: record.id, cohort });
    case 'session':
      return href('session', { session: record.id, cohort });
    case 'project':
      return href('project', { project: record.id, cohort });
    case 'results':
      return href('results', { cohort }, { instrument: record.id });
    case 'outcomes':
      return href('outcomes', { cohort });
    case 'inputs':
      return href('inputs', { cohort });
    case 'curriculum':
      return href('curriculum');
    default:
      return null;
  }
}
