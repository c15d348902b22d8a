/** What the screens of projects show: the list of a cohort, one project, and the words for how it goes. */
import { followed } from '$lib/followed.svelte';
import {
  commands,
  explain,
  type CompetencyChoice,
  type EvidenceView,
  type LessonBlock,
  type LessonView,
  type MilestoneState,
  type ProjectLine,
  type ProjectStatus,
} from '$lib/ipc';
import { phrase, t } from '$lib/locale';
import { savedNow } from '$lib/saved.svelte';
import { statusWord } from '$lib/status';

const TABLES = [
  'project',
  'project_member',
  'milestone',
  'project_update',
  'evidence',
  'lesson',
  'person',
  'enrolment',
  'cohort',
  'facility',
];

/** The projects of a cohort. */
export const projectsOf = (cohort: () => string) => followed(cohort, commands.projectList, TABLES);

/** One project. */
export const projectOf = (project: () => string) =>
  followed(project, commands.projectView, [...TABLES, 'session', 'block']);

/** A gesture of a screen: does it, and holds what went wrong as a sentence until the next one. */
export function gesture() {
  let problem = $state('');
  let busy = $state(false);
  return {
    /** What went wrong; empty if nothing did. */
    get problem(): string {
      return problem;
    },
    get busy(): boolean {
      return busy;
    },
    /** Does it; true if that went well. */
    async run(work: () => Promise<unknown>): Promise<boolean> {
      busy = true;
      try {
        await work();
        problem = '';
        savedNow();
        return true;
      } catch (thrown) {
        problem = explain(thrown);
        return false;
      } finally {
        busy = false;
      }
    },
    /** Forgets what went wrong. */
    clear(): void {
      problem = '';
    },
  };
}

/** Every status, in the order of a form. */
export const STATUSES: readonly ProjectStatus[] = [
  'on-course',
  'slower',
  'stuck',
  'changed-course',
  'finished',
];
/** Every state of a milestone, in the order of a board. */
export const STATES: readonly MilestoneState[] = ['planned', 'under-way', 'done', 'dropped'];

/** A state in words. */
export const stateWord = (state: MilestoneState): string => phrase(`milestone-state-${state}`, {});

/** How long ago the last news came. */
export function newsWords(line: Pick<ProjectLine, 'last' | 'days' | 'agreed'>): string {
  if (line.days === null) return t('project-no-news');
  return line.last ? t('project-days', { days: line.days }) : t('project-days-charter', { days: line.days });
}

/** What a list shows. */
export type Shown = 'all' | 'silent' | 'overdue';

/** Whether a project is among those that are shown. */
export function isShown(line: ProjectLine, shown: Shown, search: string): boolean {
  if (shown === 'silent' && !line.stale) return false;
  if (shown === 'overdue' && !line.next?.overdue) return false;
  const people = line.people.flatMap((one) => [one.code, one.name]);
  const all = plain([line.title, line.institution, statusWord(line.status), ...people].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o');

/** What a piece of evidence is called. */
export const evidenceName = (piece: EvidenceView): string => piece.title || piece.value;

/** Where a lesson came from: the block, or else the session. */
export const lessonSource = (lesson: LessonView): string => lesson.block_title || lesson.session_title;

/** Competencies to choose from, those of a block first. */
export function competenciesFor(
  all: readonly CompetencyChoice[],
  block: LessonBlock | undefined,
): CompetencyChoice[] {
  const own = all.filter((one) => block?.competencies.includes(one.key));
  return [...own, ...all.filter((one) => !own.includes(one))];
}

/** The competency of a block that works on one alone. */
export const onlyCompetency = (block: LessonBlock | undefined): string =>
  block?.competencies.length === 1 ? (block.competencies[0] ?? '') : '';

/** How the screens were last looked at; kept until the app is closed. */
export const look = $state<{ list: 'list' | 'board'; shown: Shown; milestones: 'line' | 'list' | 'board' }>({
  list: 'list',
  shown: 'all',
  milestones: 'line',
});
