import { expect, it } from 'vitest';
import { byteWords } from './size';

it('gives sizes that people know', () => {
  expect([0, 1, 1023, 1024, 14_336, 10_485_760].map(byteWords)).toEqual([
    '0 bytes',
    '1 byte',
    '1,023 bytes',
    '1 KB',
    '14 KB',
    '10.0 MB',
  ]);
});
