/** Reports on screen: which one is meant, its pages as they would be issued, and the choices that lead to them. */
import { untrack } from 'svelte';
import { followed } from '$lib/followed.svelte';
import { commands, onChanged, type ReportChoices, type ReportView, type WhichReport } from '$lib/ipc';
import { href, route } from '$lib/router';
import { savedNow } from '$lib/saved.svelte';
import { working } from '$lib/task.svelte';
import { trying } from '$lib/tried.svelte';
import { isKind } from './words';

/** What there is to report on in a cohort and its program, and what was issued. */
export const reportsOf = (cohort: () => string) => followed(cohort, commands.reportsOverview, 'all');

/** What of a report stands in its address, beside its kind and cohort. */
export type Asked = Partial<Pick<WhichReport, 'whole' | 'template' | 'about'>>;

function query(asked: Asked): Record<string, string> {
  return {
    ...(asked.template ? { template: asked.template } : {}),
    ...(asked.about ? { about: asked.about } : {}),
    ...(asked.whole ? { whole: '1' } : {}),
  };
}

/** The address of the pages of a report. */
export const pagesLink = (kind: WhichReport['kind'], asked: Asked = {}): string =>
  href('report', { kind }, query(asked));

/** The address where a section of it is written. */
export const writeLink = (which: WhichReport, section: string): string =>
  href('report-write', { kind: which.kind, section }, query(which));

/** The report that the address means; nothing if it names no kind of report. */
export function asked(): WhichReport | null {
  const kind = route.param('kind');
  if (!isKind(kind)) return null;
  const { template = '', about = '', whole = '' } = route.now?.query ?? {};
  return { cohort: route.param('cohort'), kind, template, about, whole: whole === '1' };
}

/** Changes come in a row: the pages are made once they rest for so long. */
const REST = 300;
/** Work that takes longer says how far it is. */
const SLOW = 1000;

/**
 * Follows a report. Its pages are made anew when another one is meant and when anything that is stored changed; what
 * is under way then is stopped. Start it with `$effect(report.follow)`.
 */
export function reportOf(which: () => WhichReport | null) {
  const work = working();
  const choosing = trying();
  let view = $state.raw<ReportView | null>(null);
  let ready = $state(false);
  let slow = $state(false);
  let stopped = $state(false);
  let again = false;
  let shown = '';

  async function make(meant: WhichReport): Promise<void> {
    const timer = setTimeout(() => (slow = true), SLOW);
    const key = JSON.stringify(meant);
    if (shown !== key) view = null;
    let found: ReportView | null = null;
    const done = await work.run(async (task) => (found = await commands.reportPreview(task, meant)));
    clearTimeout(timer);
    slow = false;
    if (key !== JSON.stringify(which())) return;
    if (found) [view, shown] = [found, key];
    stopped = !done && !work.problem && !again;
    ready = true;
  }
  async function read(): Promise<void> {
    if (work.busy) {
      again = true;
      work.stop();
      return;
    }
    do {
      again = false;
      const meant = which();
      if (meant) await make(meant);
      else ready = true;
    } while (again);
  }
  async function choose(chosen: Partial<ReportChoices>): Promise<void> {
    const meant = which();
    if (!meant) return;
    const whole = { audience: null, sheet: null, section: null, ...chosen };
    if (await choosing.run(() => commands.reportChoose(meant, whole))) savedNow();
    else await read();
  }

  return {
    /** The report as it would be issued now; nothing before it was made once. */
    get view(): ReportView | null {
      return view;
    },
    /** Whether it was tried once to make it. */
    get ready(): boolean {
      return ready;
    },
    /** Why it could not be made or a choice not be kept, as a sentence. */
    get problem(): string {
      return work.problem || choosing.problem;
    },
    /** How far it is; nothing while that takes no time worth mentioning. */
    get progress(): { done: number | undefined; of: number } | null {
      return slow ? { done: work.done, of: work.of } : null;
    },
    /** Whether somebody stopped it: the pages are older than the records. */
    get stopped(): boolean {
      return stopped;
    },
    /** Makes it again now. */
    again: read,
    /** Stops making it. */
    stop: (): void => work.stop(),
    /** Chooses for it; what is left out stays. */
    choose,
    /** Makes it now and after each change; use in an `$effect`. */
    follow(): () => void {
      which();
      untrack(() => void read());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = onChanged('all', () => {
        clearTimeout(timer);
        timer = setTimeout(() => void read(), REST);
      });
      return () => {
        clearTimeout(timer);
        end();
        untrack(() => work.stop());
      };
    },
  };
}
