import { expect, it } from 'vitest';
import { hoursWords } from './hours';

it('shows minutes as hours', () => {
  expect([0, 60, 90, 125, 5].map(hoursWords)).toEqual(['0', '1', '1:30', '2:05', '0:05']);
});
