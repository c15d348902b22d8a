/** Words of a person's closed lists. */
import type { PersonLine } from '$lib/ipc';
import { t } from '$lib/locale';

/** Sizes of an institution, the smallest first. */
export const sizes = ['1-5', '6-20', '21-100', 'over-100'] as const;

/** The words of a size. */
export function sizeWords(size: string): string {
  const words: Record<string, string> = {
    '1-5': t('size-1-5'),
    '6-20': t('size-6-20'),
    '21-100': t('size-21-100'),
    'over-100': t('size-over-100'),
  };
  return words[size] ?? size;
}

/** What a consent means for the person's answers. */
export function consentWords(consent: PersonLine['consent']): string {
  return { yes: t('person-shares'), no: t('person-keeps'), 'not-answered': t('person-keeps-unasked') }[
    consent
  ];
}
