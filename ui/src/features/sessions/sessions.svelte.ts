/** What the planning screens of sessions show: the list of a cohort, one agenda, an agenda as text. */
import { followed } from '$lib/followed.svelte';
import {
  commands,
  explain,
  type AgendaPreview,
  type BlockField,
  type SessionField,
  type SessionsView,
  type SessionView,
} from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';

const TABLES = ['session', 'block', 'attendance', 'enrolment', 'person', 'cohort'];
const MODULES = ['module', 'module_version', 'module_choice'];

/** The sessions of a cohort. */
export function sessionsOf(cohort: () => string) {
  return followed<SessionsView>(cohort, commands.sessionList, TABLES);
}

/** One session as planned. */
export function sessionOf(session: () => string) {
  return followed<SessionView>(session, commands.sessionView, [...TABLES, ...MODULES]);
}

/**
 * Saves fields of a session and of its blocks. What is wrong with one stands under its key: the field of the session,
 * or `<block>:<field>`.
 */
export function editing(session: () => string) {
  const problems = $state<Record<string, string>>({});

  async function tried(key: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      problems[key] = '';
      savedNow();
      return true;
    } catch (thrown) {
      problems[key] = explain(thrown);
      return false;
    }
  }

  return {
    /** What is wrong, by key. */
    problems,
    /** Saves a field of the session. */
    session: (field: SessionField, value: string): Promise<boolean> =>
      tried(field, () => commands.sessionEdit(session(), field, value)),
    /** Saves a field of a block. */
    block: (block: string, field: BlockField, value: string): Promise<boolean> =>
      tried(`${block}:${field}`, () => commands.blockEdit(session(), block, field, value)),
    /** Anything else that writes; what is wrong stands under `key`. */
    tried,
  };
}

/** The text of an agenda, read as it is typed. */
export function agendaText() {
  let text = $state('');
  let preview = $state.raw<AgendaPreview | null>(null);
  let problem = $state('');
  let waiting = $state(false);

  async function read(): Promise<void> {
    const asked = text;
    try {
      const found = asked.trim() === '' ? null : await commands.agendaPreview(asked);
      if (asked !== text) return;
      preview = found;
      problem = '';
    } catch (thrown) {
      if (asked !== text) return;
      preview = null;
      problem = explain(thrown);
    }
    waiting = false;
  }

  return {
    get text(): string {
      return text;
    },
    set text(now: string) {
      text = now;
      waiting = true;
      void read();
    },
    /** What it says; `null` while there is nothing. */
    get preview(): AgendaPreview | null {
      return preview;
    },
    /** Why it cannot be read at all. */
    get problem(): string {
      return problem;
    },
    /** Whether what is shown belongs to an earlier text. */
    get waiting(): boolean {
      return waiting;
    },
  };
}
