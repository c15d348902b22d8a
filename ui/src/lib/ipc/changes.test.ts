import { expect, it, vi } from 'vitest';
import { onChanged, pretendChanged } from './changes';

it('tells those who show people that two records became one', () => {
  const [people, sessions] = [vi.fn(), vi.fn()];
  const stop = [onChanged(['person', 'enrolment'], people), onChanged(['session'], sessions)];
  pretendChanged({ tables: ['person_alias'], rows: [{ table: 'person_alias', id: '1' }] });
  pretendChanged({ tables: ['departure'], rows: [] });
  expect(people).toHaveBeenCalledTimes(2);
  expect(sessions).not.toHaveBeenCalled();
  stop.forEach((one) => one());
});
