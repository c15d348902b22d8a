/** What crosses about a running session. */

export type SessionState = 'planned' | 'running' | 'ended';
export type Presence = 'expected' | 'present' | 'late' | 'absent' | 'excused';
export type RepairKind = 'shift' | 'shrink' | 'drop';
export interface Tally {
  expected: number;
  present: number;
  late: number;
  absent: number;
  excused: number;
}
export interface SessionLine {
  id: string;
  number: number;
  mark: string;
  title: string;
  place: string;
  zone: string;
  date: string;
  starts: string;
  ends: string;
  blocks: number;
  began: string | null;
  ended: string | null;
  cohort: string;
  state: SessionState;
  tally: Tally;
  enrolled: number;
}
export interface RunBlock {
  id: string;
  title: string;
  planned_start: string;
  planned_end: string;
  start: string;
  end: string;
  minutes: number | null;
  given: number | null;
  late: number;
  done: boolean;
  dropped: boolean;
  moved: boolean;
  locked: boolean;
  optional: boolean;
  competencies: string[];
  instructions: string;
}
export interface ClockView {
  began: string;
  ends: string;
  seconds: number;
  amber_at: string;
  red_at: string;
  paused_at: string | null;
}
export interface RepairView {
  locked_title: string | null;
  locked_at: string;
  late: number;
  shift: { fits: boolean; over: number; ends: string };
  shrink: { minutes: { block: string; title: string; from: number; to: number }[]; ends: string } | null;
  drop: {
    blocks: { block: string; title: string }[];
    frees: number;
    spare: number;
    over: number;
    ends: string;
  } | null;
}
export interface AttendanceLine {
  person: string;
  code: string;
  name: string;
  given: string;
  institution: string;
  mark: Presence;
  arrived: string | null;
  walk_in: boolean;
}
export interface NoteView {
  id: string;
  at: string;
  block: string | null;
  block_title: string;
  text: string;
  competencies: string[];
  corrects: boolean;
}
export interface RunView {
  session: SessionLine;
  cohort_mark: string;
  now: string;
  state: SessionState;
  current: number | null;
  blocks: RunBlock[];
  clock: ClockView | null;
  paused_at: string | null;
  competencies: { name: string; look_for: string[] }[];
  behind: number;
  next: number | null;
  repair: RepairView | null;
  attendance: AttendanceLine[];
  tally: Tally;
  notes: NoteView[];
}
