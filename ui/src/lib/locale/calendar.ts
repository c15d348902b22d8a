/** What a month's grid needs to know of the person's region. */
import { systemRegion } from './format';
export { formatDate } from './format';

type WithWeek = Intl.Locale & { weekInfo?: { firstDay: number }; getWeekInfo?: () => { firstDay: number } };

/** First day of the week in the person's region, 0 = Sunday. */
export function firstWeekday(region = systemRegion()): number {
  const locale = new Intl.Locale(region) as WithWeek;
  const first = locale.getWeekInfo?.().firstDay ?? locale.weekInfo?.firstDay ?? 7;
  return first % 7;
}

/** The names of the seven days, in the order of the region's week. */
export function weekdays(): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, at) => {
    // 4 January 1970 was a Sunday.
    const day = new Date(Date.UTC(1970, 0, 4 + firstWeekday() + at));
    const name = (weekday: 'short' | 'long') =>
      new Intl.DateTimeFormat('en-US', { weekday, timeZone: 'UTC' }).format(day);
    return { short: name('short').slice(0, 2), long: name('long') };
  });
}

/** Today on this laptop, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
