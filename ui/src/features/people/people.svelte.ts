/** What the screens of people show: the list of a cohort, and one person. */
import { commands, explain, onChanged, type PersonLine, type PersonView } from '$lib/ipc';

const TABLES = ['person', 'enrolment', 'cohort', 'sector', 'level'];

function followed<T>(key: () => string, read: (key: string) => Promise<T>) {
  let value = $state.raw<T | null>(null);
  let problem = $state('');
  let ready = $state(false);

  async function load(asked: string): Promise<void> {
    try {
      const found = await read(asked);
      if (asked === key()) value = found;
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
    ready = true;
  }

  return {
    /** What was read, or `null` before. */
    get value(): T | null {
      return value;
    },
    /** Why it could not be read, as a sentence. */
    get problem(): string {
      return problem;
    },
    /** Whether the first reading is done. */
    get ready(): boolean {
      return ready;
    },
    /** Reads now and after each change; use in an `$effect`. */
    follow(): () => void {
      const asked = key();
      void load(asked);
      return onChanged(TABLES, () => void load(asked));
    },
  };
}

/** The people of a cohort. */
export function peopleOf(cohort: () => string) {
  return followed<PersonLine[]>(cohort, commands.peopleList);
}

/** One person. */
export function personOf(person: () => string) {
  return followed<PersonView>(person, commands.personView);
}

/** Whether a line holds every word of a search, in any of its texts. */
export function matches(line: PersonLine, search: string): boolean {
  const plain = (text: string) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o');
  const texts = [line.code, line.given, line.family, line.email, line.institution, line.sector, line.level];
  const all = plain(texts.join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
