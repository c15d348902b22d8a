/** The region of the person. A system without one, such as that of a test, says `C`, which no formatter takes. */
export function here(): string {
  const own = globalThis.navigator?.language ?? '';
  try {
    return Intl.getCanonicalLocales(own)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
