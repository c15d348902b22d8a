/** What the screen of outcomes shows, and the words for it. */
import type { GlyphName } from '$lib/components';
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type FollowUpState,
  type FollowUpView,
  type OutcomeEvidenceView,
  type OutcomeTerm,
  type QuoteConsent,
} from '$lib/ipc';
import { formatDate, phrase, t } from '$lib/locale';
import { savedNow } from '$lib/saved.svelte';
import { trying } from '$lib/tried.svelte';

/** What comes after the program of a cohort. */
export const outcomesOf = (cohort: () => string) =>
  followed(cohort, commands.outcomesView, [
    'outcome',
    'outcome_evidence',
    'indicator',
    'follow_up',
    'occasion',
    'response',
    'program',
    'cohort',
    'enrolment',
    'person',
    'facility',
  ]);

/** A gesture of the screen that is saved at once. */
export function gesture() {
  const tried = trying();
  return {
    get problem(): string {
      return tried.problem;
    },
    get busy(): boolean {
      return tried.busy;
    },
    /** Does it; true if that went well. */
    async run(work: () => Promise<unknown>): Promise<boolean> {
      const done = await tried.run(work);
      if (done) savedNow();
      return done;
    },
    clear: (): void => {
      tried.problem = '';
    },
  };
}

/** Both terms, the nearer first. */
export const TERMS: readonly OutcomeTerm[] = ['medium', 'long'];
/** Every answer to the question whether words may be quoted. */
export const QUOTES: readonly QuoteConsent[] = ['not-asked', 'no', 'yes'];

/** A term in words. */
export const termWord = (term: OutcomeTerm): string => phrase(`outcome-term-${term}`, {});
/** Whether words may be quoted, in words. */
export const quoteWord = (quote: QuoteConsent): string => phrase(`outcome-quote-${quote}`, {});
/** A state in words. */
export const stateWord = (state: FollowUpState): string => phrase(`follow-up-${state}`, {});

/** The sign beside a state. */
export const STATE_SIGNS: Record<
  FollowUpState,
  { glyph: GlyphName; tone: 'ok' | 'warn' | 'info' | 'quiet' }
> = {
  planned: { glyph: 'none', tone: 'quiet' },
  due: { glyph: 'clock', tone: 'info' },
  overdue: { glyph: 'clock', tone: 'warn' },
  done: { glyph: 'ok', tone: 'ok' },
};

/** What a follow-up is called. */
export const followUpName = (one: FollowUpView): string =>
  one.moment ? phrase(`follow-up-moment-${one.moment}`, {}) : one.title;

/** The days of a follow-up: when it was done, or within which days it is to be. */
export function followUpDays(one: FollowUpView): string {
  if (one.done) return t('follow-up-done-on', { day: formatDate(one.done) });
  if (!one.opens || !one.closes) return t('follow-up-no-days');
  return t('follow-up-window', { opens: formatDate(one.opens), closes: formatDate(one.closes) });
}

/** What an assessment says of a follow-up; empty where none is planned. */
export function followUpSheets(one: FollowUpView): string {
  if (!one.assessment) return '';
  return one.sheets > 0 ? t('follow-up-sheets', { count: one.sheets }) : t('follow-up-assessment');
}

/** The line below a piece of evidence: when, about whom, who can confirm it, whether it may be quoted. */
export function evidenceFacts(one: OutcomeEvidenceView): string[] {
  return [
    formatDate(one.date),
    one.person_name,
    one.cohort ? '' : t('outcome-evidence-program'),
    one.witness ? t('outcome-evidence-confirms', { name: one.witness }) : t('outcome-evidence-nobody'),
    quoteWord(one.quote),
    one.corrected ? t('outcome-evidence-corrected') : '',
  ].filter(Boolean);
}

/** The name of the file at a path of this or another system. */
export const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
