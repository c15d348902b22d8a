/** The roster import: a file, how its columns are read, what is the matter with its rows, and the result. */
import {
  commands,
  explain,
  type Choice,
  type Field,
  type Matter,
  type ProblemView,
  type RosterInput,
  type RosterPreview,
  type RosterResult,
} from '$lib/ipc';
import { has, phrase, t } from '$lib/locale';
import { savedNow } from '$lib/saved.svelte';

/** The fields that a column can fill, in the order of a form. */
export const FIELDS: readonly Field[] = [
  'given',
  'family',
  'full-name',
  'email',
  'institution',
  'sector',
  'position',
  'level',
  'region',
  'size',
  'consent',
  'registered',
  'aspiration',
];

/** The word of a field. */
export function fieldWord(field: Field | null): string {
  const id = `field-${field ?? 'person'}`;
  return has(id) ? phrase(id, {}) : id;
}

/** What is the matter and what was expected, as a sentence. */
export function matterWords(matter: Matter): string {
  const words = Object.entries(matter).flatMap(([key, value]) => {
    if (key === 'kind' || value === null) return [];
    if (Array.isArray(value)) return [[key, value.map((field) => fieldWord(field).toLowerCase()).join(', ')]];
    return [[key, value]];
  });
  const kind = matter.kind === 'email-taken' && matter.row !== null ? 'email-taken-row' : matter.kind;
  return phrase(`matter-${kind}`, Object.fromEntries(words) as Record<string, string | number>);
}

/** A choice as the word on its button. */
export function choiceWord(choice: Choice): string {
  if (choice.kind === 'use') {
    if (choice.value === '') return t('choice-type');
    const id = `choice-${choice.value}`;
    return has(id) ? phrase(id, {}) : choice.value;
  }
  return phrase(`choice-${choice.kind}`, {});
}

/** A choice as the value of a radio button. */
export const choiceKey = (choice: Choice): string =>
  choice.kind === 'use' ? `use:${choice.value}` : choice.kind;

/** The import into a cohort. */
export function rosterImport(cohort: () => string) {
  let input = $state.raw<RosterInput>(start(cohort()));
  let preview = $state.raw<RosterPreview | null>(null);
  let result = $state.raw<RosterResult | null>(null);
  let problem = $state('');
  let busy = $state(false);

  async function tried(work: () => Promise<void>): Promise<void> {
    busy = true;
    try {
      await work();
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
    busy = false;
  }
  const look = (next: RosterInput) =>
    tried(async () => {
      preview = await commands.rosterPreview(next);
      input = next;
    });

  return {
    get preview(): RosterPreview | null {
      return preview;
    },
    get result(): RosterResult | null {
      return result;
    },
    /** What went wrong, as a sentence. */
    get problem(): string {
      return problem;
    },
    get busy(): boolean {
      return busy;
    },
    /** Reads a file. */
    open: (path: string) => look({ ...start(cohort()), path }),
    /** Gives a column a field, which no other column keeps. */
    map(column: number, field: Field | null): Promise<void> {
      const mapping = (preview?.columns ?? []).map((other, at) => {
        if (at === column) return field;
        return other.field === field ? null : other.field;
      });
      return look({ ...input, mapping });
    },
    /** Makes a choice about a row. */
    decide(about: ProblemView, choice: Choice): Promise<void> {
      const others = input.decisions.filter(
        (made) => made.record !== about.record || made.field !== about.field,
      );
      const decisions = [...others, { record: about.record, field: about.field, choice }];
      return look({ ...input, decisions });
    },
    /** Stores the roster: all of it as chosen, or only the rows that wait for nothing. */
    store: (onlyReady: boolean) =>
      tried(async () => {
        const digest = preview?.digest ?? '';
        result = await commands.rosterImport({ ...input, digest, only_ready: onlyReady });
        savedNow();
      }),
    /** Saves the rows that are set aside, or that wait, as a CSV file. */
    saveRejects: (onlyReady: boolean) =>
      tried(async () => {
        const to = await commands.fileToSave(t('roster-rejects-file'));
        if (to) await commands.rosterRejects({ ...input, only_ready: onlyReady }, to);
      }),
  };
}

function start(cohort: string): RosterInput {
  return {
    path: '',
    cohort,
    new_cohort: '',
    mapping: null,
    on_duplicate: 'keep',
    decisions: [],
    only_ready: false,
    digest: '',
  };
}
