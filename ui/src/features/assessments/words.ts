/** Words of occasions and answers. */
import type { Moment, OccasionLine } from '$lib/ipc';
import { formatDate, phrase, t } from '$lib/locale';

/** The moments, the earliest first. */
export const MOMENTS: readonly Moment[] = [
  'baseline',
  'midpoint',
  'end',
  'retrospective',
  'follow-up-weeks',
  'follow-up-six-months',
  'follow-up-twelve-months',
];

/** The word of a moment. */
export const momentWord = (moment: Moment): string => phrase(`moment-${moment}`, {});

/** Today where this laptop is, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** When an occasion may be answered, as words; empty where nothing is fixed. */
export function windowWords(occasion: Pick<OccasionLine, 'opens' | 'due'>): string {
  const { opens, due } = occasion;
  if (opens && due) return t('occasion-window', { opens: formatDate(opens), due: formatDate(due) });
  if (opens) return t('occasion-from', { opens: formatDate(opens) });
  return due ? t('occasion-until', { due: formatDate(due) }) : t('occasion-open-ended');
}

/** How an occasion stands on a day. `late` only while sheets are missing. */
export function standing(
  occasion: Pick<OccasionLine, 'opens' | 'due' | 'sheets' | 'enrolled'>,
  day = today(),
): 'ahead' | 'open' | 'late' | 'complete' {
  if (occasion.enrolled > 0 && occasion.sheets >= occasion.enrolled) return 'complete';
  if (occasion.opens && day < occasion.opens) return 'ahead';
  return occasion.due && day > occasion.due ? 'late' : 'open';
}

/** What the code of an answer is. */
export type AnswerKind = 'rated' | 'blank' | 'declined' | 'not-shown' | 'unreadable' | 'none';

/** The kind of an answer by its code; an empty code is an item that was not reached yet. */
export function answerKind(code: string): AnswerKind {
  if (code === '') return 'none';
  if (code === '0') return 'blank';
  if (code === '-') return 'declined';
  if (code === '~') return 'not-shown';
  return code.startsWith('?') ? 'unreadable' : 'rated';
}

/** An answer in words, as it is read out. */
export function answerWords(code: string): string {
  const kind = answerKind(code);
  if (kind === 'rated') return code;
  const found = code.slice(1);
  return kind === 'unreadable' && found
    ? t('answer-unreadable-found', { found })
    : phrase(`answer-${kind}`, {});
}

/** How many answers of each kind a sheet has. */
export function tally(codes: readonly string[]): Record<AnswerKind, number> {
  const counts = { rated: 0, blank: 0, declined: 0, 'not-shown': 0, unreadable: 0, none: 0 };
  for (const code of codes) counts[answerKind(code)] += 1;
  return counts;
}
