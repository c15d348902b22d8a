import { afterEach, describe, expect, it } from 'vitest';
import { flushSync } from 'svelte';
import { answer, forget } from '$lib/ipc/testing';
import { told } from '$lib/tell.svelte';
import { attendanceOf } from './marking.svelte';
import { lineOf } from './samples.test-data';
import type { AttendanceLine, Presence } from '$lib/ipc';

/** A shell that keeps marks, and refuses those of `refused`. */
function shell(size: number, refused = '') {
  let lines = Array.from({ length: size }, (_, at) => lineOf(at + 1));
  const calls = answer({
    mark_set: ({ persons, mark, arrived }) => {
      if ((persons as string[]).includes(refused)) throw { code: 'busy', details: {} };
      lines = lines.map((line) =>
        (persons as string[]).includes(line.person)
          ? {
              ...line,
              mark: mark as Presence,
              arrived: mark === 'late' ? ((arrived as string) ?? '09:10') : null,
            }
          : line,
      );
      return null;
    },
    mark_rest: () => {
      lines = lines.map((line) => (line.mark === 'expected' ? { ...line, mark: 'present' as const } : line));
      return null;
    },
    walk_in: ({ name }) => {
      const came: AttendanceLine = {
        ...lineOf(lines.length + 1, 'present'),
        name: String(name),
        walk_in: true,
      };
      lines = [...lines, came];
      return came;
    },
  });
  let shown = $state.raw(lines);
  const control = attendanceOf(
    () => 'session',
    () => shown,
    async () => {
      await Promise.resolve();
      shown = lines;
    },
    () => '09:10',
  );
  return { control, calls, marks: () => control.lines.map((line) => line.mark) };
}

const lastSaid = () => told.said.at(-1)?.text;
afterEach(forget);

describe('marking by keyboard', () => {
  it('shows at once, moves on, and stores one after the other', async () => {
    const { control, calls, marks } = shell(4);
    const done = [control.mark('present'), control.mark('late'), control.mark('absent')];
    flushSync();
    expect(marks()).toEqual(['present', 'late', 'absent', 'expected']);
    expect(control.lines[1]?.arrived).toBe('09:10');
    expect(control.at).toBe(3);
    await Promise.all(done);
    expect(calls.map((call) => call.args.mark)).toEqual(['present', 'late', 'absent']);
    expect(marks()).toEqual(['present', 'late', 'absent', 'expected']);
    expect(control.tally).toMatchObject({ present: 1, late: 1, absent: 1, expected: 1 });
  });

  it('tells each change once', async () => {
    const before = told.said.length;
    const { control } = shell(2);
    await control.mark('late');
    expect(told.said.length).toBe(before + 1);
    expect(lastSaid()).toBe('Given1 Family is late, came at 09:10.');
  });

  it('takes back what could not be stored, and says so', async () => {
    const { control, marks } = shell(3, 'person-2');
    await control.mark('present');
    await control.mark('present');
    expect(marks()).toEqual(['present', 'expected', 'expected']);
    expect(control.problem).not.toBe('');
    await control.mark('excused');
    expect(control.problem).toBe('');
  });

  it('comes from the last person back to the first who is still expected', async () => {
    const { control } = shell(3);
    control.go(1);
    await control.mark('present');
    await control.mark('present');
    expect(control.at).toBe(0);
  });

  it('marks the rest and says how many', async () => {
    const { control, marks } = shell(4);
    await control.mark('absent');
    await control.rest();
    expect(marks()).toEqual(['absent', 'present', 'present', 'present']);
    expect(lastSaid()).toBe('3 more are present.');
    await control.rest();
    expect(lastSaid()).toBe('Nobody is expected any more.');
  });

  it('takes somebody in and goes there', async () => {
    const { control } = shell(2);
    expect(await control.walkIn('Ada Lovelace')).toBe(true);
    expect(control.at).toBe(2);
    expect(lastSaid()).toBe('Ada Lovelace was added as N03 and is present.');
  });

  it('sets the time of somebody late', async () => {
    const { control, calls } = shell(2);
    await control.mark('late');
    await control.set('person-1', 'late', '08:55');
    expect(calls.at(-1)?.args).toMatchObject({ persons: ['person-1'], mark: 'late', arrived: '08:55' });
    expect(control.lines[0]?.arrived).toBe('08:55');
    expect(control.at).toBe(0);
  });
});
