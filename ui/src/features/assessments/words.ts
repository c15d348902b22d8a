/** Words of occasions and answers. */
import type { FormatView, Moment, OccasionLine } from '$lib/ipc';
import { formatDate, phrase, t } from '$lib/locale';
import { LETTERS, chosen } from './shown';

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
  occasion: Pick<OccasionLine, 'opens' | 'due' | 'sheets' | 'enrolled' | 'withdrew'> & { elsewhere?: number },
  day = today(),
): 'ahead' | 'open' | 'late' | 'complete' {
  const sheets = occasion.sheets + occasion.withdrew + (occasion.elsewhere ?? 0);
  if (occasion.enrolled > 0 && sheets >= occasion.enrolled) return 'complete';
  if (occasion.opens && day < occasion.opens) return 'ahead';
  return occasion.due && day > occasion.due ? 'late' : 'open';
}

/** What the code of an answer is; `rated` is any answer: a rating, choices, a number or words. */
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
export function answerWords(code: string, format?: FormatView): string {
  const kind = answerKind(code);
  if (kind === 'rated') {
    if (!code.startsWith('=')) return code.replace(/^[#"]/, '');
    const choices = format?.kind === 'one' || format?.kind === 'several' ? format.choices : [];
    return chosen(code)
      .map((key) => choices.find((choice) => choice.key === key)?.text ?? key)
      .join('; ');
  }
  const found = code.slice(1);
  return kind === 'unreadable' && found
    ? t('answer-unreadable-found', { found })
    : phrase(`answer-${kind}`, {});
}

/** An answer as it stands in a narrow cell: letters of choices, a number, the beginning of words. */
export function answerShort(code: string, format?: FormatView): string {
  if (code.startsWith('"')) return `“${code.slice(1, 4).trim()}…`;
  if (!code.startsWith('=')) return code.replace(/^#/, '');
  const choices = format?.kind === 'one' || format?.kind === 'several' ? format.choices : [];
  const letters = chosen(code).map(
    (key) => LETTERS[choices.findIndex((choice) => choice.key === key)] ?? '?',
  );
  return letters.join('');
}

/** What may be answered to an item, in words; empty for words. */
export function expectedWords(format: FormatView): string {
  if (format.kind === 'rating') {
    const points = format.points.map((point) => point.point);
    return t('answer-between', { low: String(points[0] ?? ''), high: String(points.at(-1) ?? '') });
  }
  if (format.kind === 'one' || format.kind === 'several') {
    return t('answer-between', { low: LETTERS[0] ?? '', high: LETTERS[format.choices.length - 1] ?? '' });
  }
  if (format.kind !== 'number') return '';
  const { low, high } = format;
  if (low !== null && high !== null) return t('answer-between', { low, high });
  if (low !== null) return t('answer-at-least', { low });
  return high !== null ? t('answer-at-most', { high }) : t('answer-number');
}

/** The version of an occasion, where it must be told from others; empty else. */
export const versionWords = (occasion: Pick<OccasionLine, 'version' | 'versions'>): string =>
  occasion.versions || occasion.version > 1 ? t('occasion-version', { version: occasion.version }) : '';

/** An occasion by its moment, with its version where it matters. */
export const occasionWords = (occasion: Pick<OccasionLine, 'moment' | 'version' | 'versions'>): string =>
  [momentWord(occasion.moment), versionWords(occasion)].filter(Boolean).join(' · ');

/** How many answers of each kind a sheet has. */
export function tally(codes: readonly string[]): Record<AnswerKind, number> {
  const counts = { rated: 0, blank: 0, declined: 0, 'not-shown': 0, unreadable: 0, none: 0 };
  for (const code of codes) counts[answerKind(code)] += 1;
  return counts;
}

/** A moment of the results, with the versions that were asked where there are several. */
export const resultsMoment = (one: { moment: Moment; versions: readonly number[] }): string =>
  one.versions.length > 1 || (one.versions[0] ?? 1) > 1
    ? `${momentWord(one.moment)} · ${t('results-versions', { count: one.versions.length, versions: one.versions.join(', ') })}`
    : momentWord(one.moment);
