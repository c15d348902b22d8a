/** Words that several screens of sessions use. */
import type { AgendaProblemView, SessionLine } from '$lib/ipc';
import { t } from '$lib/locale';

type State = SessionLine['state'];

/** How far a session is. */
export function stateWords(state: State): string {
  return {
    planned: t('session-state-planned'),
    running: t('session-state-running'),
    ended: t('session-state-ended'),
  }[state];
}

/** What opening the run means in this state. */
export function runWords(state: State): string {
  return { planned: t('session-run'), running: t('session-run-back'), ended: t('session-run-see') }[state];
}

/** Days from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How far away a day is: today, tomorrow, in a number of days; empty for the past. */
export function awayWords(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days < 0) return '';
  if (days === 0) return t('session-today');
  return days === 1 ? t('session-tomorrow') : t('session-in-days', { count: days });
}

/** What is the matter with a line of an agenda, and what was expected. */
export function matterWords(matter: AgendaProblemView['matter']): string {
  return {
    'no-time': t('agenda-no-time'),
    'no-title': t('agenda-no-title'),
    'no-minutes': t('agenda-no-minutes'),
    'unknown-zone': t('agenda-unknown-zone'),
    'does-not-follow': t('agenda-does-not-follow'),
    'goes-back': t('agenda-goes-back'),
    'too-long': t('agenda-too-long'),
    'no-heading': t('agenda-no-heading'),
    'too-many': t('agenda-too-many'),
  }[matter];
}

/** Where a line of a text begins and ends, to select it; lines count from 1. */
export function lineAt(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).join('\n');
  const from = Math.min(text.length, before.length + (line > 1 ? 1 : 0));
  return { from, to: from + (lines[line - 1]?.length ?? 0) };
}
