/** Sizes of files in words. */
import { formatNumber, t } from './locale';

/** A size for people: `812 bytes`, `14 KB`, `2.3 MB`. */
export function byteWords(bytes: number): string {
  if (bytes < 1024) return t('size-bytes', { bytes });
  if (bytes < 1024 * 1024) return t('size-kilobytes', { size: formatNumber(bytes / 1024) });
  return t('size-megabytes', { size: formatNumber(bytes / 1024 / 1024, 1) });
}
