/** Small sessions for tests. */
import type { AttendanceLine, Presence, RepairView, RunBlock, RunView } from '$lib/ipc';

/** Person `number` of a list. */
export function lineOf(
  number: number,
  mark: Presence = 'expected',
  arrived: string | null = null,
): AttendanceLine {
  return {
    person: `person-${number}`,
    code: `N${String(number).padStart(2, '0')}`,
    name: `Given${number} Family`,
    given: `Given${number}`,
    institution: '',
    mark,
    arrived,
    walk_in: false,
  };
}

/** A block of thirty minutes. */
export function blockOf(title: string, more: Partial<RunBlock> = {}): RunBlock {
  return {
    id: title,
    title,
    planned_start: '09:00',
    planned_end: '09:30',
    start: '09:00',
    end: '09:30',
    minutes: 30,
    given: 30,
    late: 0,
    done: false,
    dropped: false,
    moved: false,
    locked: false,
    optional: false,
    competencies: [],
    instructions: '',
    ...more,
  };
}

/** A session of three blocks whose first one runs since 09:00 UTC; it is 09:10. */
export function runViewOf(more: Partial<RunView> = {}): RunView {
  const attendance = more.attendance ?? [1, 2, 3, 4, 5].map((number) => lineOf(number));
  return {
    session: {
      id: 'session',
      cohort: 'cohort',
      number: 1,
      mark: 'PSC S1',
      title: 'Institute, day 1',
      place: 'Hall',
      zone: 'UTC',
      date: '2026-10-05',
      starts: '09:00',
      ends: '10:30',
      blocks: 3,
      state: 'running',
      began: '09:00',
      ended: null,
      tally: { expected: 5, present: 0, late: 0, absent: 0, excused: 0 },
      enrolled: attendance.length,
    },
    cohort_mark: 'PSC',
    now: '2026-10-05T09:10:00.000Z',
    state: 'running',
    current: 0,
    blocks: [blockOf('One'), blockOf('Two'), blockOf('Three', { optional: true })],
    clock: {
      began: '2026-10-05T09:00:00.000Z',
      ends: '2026-10-05T09:30:00.000Z',
      seconds: 1800,
      amber_at: '2026-10-05T09:24:00.000Z',
      red_at: '2026-10-05T09:28:30.000Z',
      paused_at: null,
    },
    paused_at: null,
    behind: 0,
    next: 1,
    repair: null,
    competencies: [],
    attendance,
    tally: { expected: 5, present: 0, late: 0, absent: 0, excused: 0 },
    notes: [],
    ...more,
  };
}

/** Eight minutes that do not fit before the close. */
export function repairOf(more: Partial<RepairView> = {}): RepairView {
  return {
    locked_title: 'Close, fixed: shuttle leaves',
    locked_at: '16:45',
    late: 8,
    shift: { fits: false, over: 8, ends: '16:53' },
    shrink: {
      minutes: [
        { block: 'a', title: 'Consulting', from: 45, to: 42 },
        { block: 'b', title: 'Break', from: 15, to: 15 },
        { block: 'c', title: 'Mentors', from: 45, to: 40 },
      ],
      ends: '16:45',
    },
    drop: { blocks: [{ block: 'a', title: 'Consulting' }], frees: 45, spare: 37, over: 0, ends: '16:08' },
    ...more,
  };
}
