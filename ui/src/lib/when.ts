/** How long ago, in the words that people use for the last days. */
import { formatInstant, formatTime, t } from './locale';

const dayOf = (date: Date): string => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

/** `today 14:05`, `yesterday 09:10`, `24 Nov, 17:40`; an earlier year is named. */
export function whenWords(instant: string, now = new Date()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const time = formatTime(date);
  if (dayOf(date) === dayOf(now)) return t('when-today', { time });
  if (dayOf(date) === dayOf(before)) return t('when-yesterday', { time });
  const words = formatInstant(instant);
  return date.getFullYear() === now.getFullYear() ? words : `${words}, ${date.getFullYear()}`;
}
