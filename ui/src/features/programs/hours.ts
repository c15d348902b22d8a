/** Minutes as people read hours. */

/** Minutes as hours and minutes: `0`, `2`, `2:30`; what a field shows is read again as the same minutes. */
export function hoursWords(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
}
