/** What the screens of programs show: one program, and the cohorts of each. */
import { followed } from '$lib/followed.svelte';
import { commands, type CohortLine, type OverviewView, type ProgramLine, type ProgramView } from '$lib/ipc';

/** One program. */
export function programOf(program: () => string) {
  return followed<ProgramView>(program, commands.programView, ['program', 'cohort', 'enrolment', 'person']);
}

/** A program with its cohorts. */
export interface ProgramGroup {
  program: ProgramLine;
  cohorts: CohortLine[];
}

/** The cohorts under their programs, in the order of the programs. */
export function grouped(overview: OverviewView | null): ProgramGroup[] {
  return (overview?.programs ?? []).map((program) => ({
    program,
    cohorts: (overview?.cohorts ?? []).filter((cohort) => cohort.program === program.id),
  }));
}
