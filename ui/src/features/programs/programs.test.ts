import { describe, expect, it } from 'vitest';
import type { CohortLine, ProgramLine } from '$lib/ipc';
import { grouped } from './programs.svelte';

const program = (id: string): ProgramLine => ({ id, name: `Program ${id}`, sample: false });
const cohort = (id: string, of: string): CohortLine => ({
  id,
  program: of,
  name: id,
  mark: id,
  prefix: 'N',
  starts: null,
  ends: null,
  people: 0,
  sample: false,
});

describe('the list of cohorts', () => {
  it('stands under its programs, those without a cohort too', () => {
    const overview = {
      facility: 'Riverbend',
      zone: 'UTC',
      programs: [program('1'), program('2'), program('3')],
      cohorts: [cohort('a', '2'), cohort('b', '1'), cohort('c', '2')],
    };
    expect(grouped(overview).map((group) => group.cohorts.map((line) => line.id))).toEqual([
      ['b'],
      ['a', 'c'],
      [],
    ]);
    expect(grouped(null)).toEqual([]);
  });
});
