/** The roster import: a file, how its columns are read, what is the matter with its rows, and the result. */
import {
  commands,
  type Choice,
  type Field,
  type Matter,
  type ProblemView,
  type RosterInput,
  type RosterPreview,
  type RosterResult,
  type WordList,
} from '$lib/ipc';
import { has, phrase, t } from '$lib/locale';
import { savedNow } from '$lib/saved.svelte';
import { trying } from '$lib/tried.svelte';

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

/** The import that somebody left for the lists of words, to go on with. */
let left: RosterInput | null = null;

/** The list of words that a field takes its values from. */
export const wordList = (field: Field | null): WordList | null =>
  field === 'sector' ? 'sectors' : field === 'level' ? 'levels' : null;

/** What a settled row teaches: a spelling that the lists do not know, and the word that was chosen for it. */
export function lesson(about: ProblemView): { list: WordList; spelling: string; word: string } | null {
  const list = wordList(about.field);
  const spelling = about.found.trim();
  if (!list || !spelling || !about.decided || about.chosen?.kind !== 'use') return null;
  return about.chosen.value ? { list, spelling, word: about.chosen.value } : null;
}

/** The import into a cohort. */
export function rosterImport(cohort: () => string) {
  let input = $state.raw<RosterInput>(start(cohort()));
  let preview = $state.raw<RosterPreview | null>(null);
  let result = $state.raw<RosterResult | null>(null);
  const work = trying();
  const look = (next: RosterInput) =>
    work.run(async () => {
      preview = await commands.rosterPreview(next);
      input = next;
    });

  if (left?.cohort === cohort()) {
    void look(left);
    left = null;
  }

  return {
    get preview(): RosterPreview | null {
      return preview;
    },
    get result(): RosterResult | null {
      return result;
    },
    /** What went wrong, as a sentence. */
    get problem(): string {
      return work.problem;
    },
    get busy(): boolean {
      return work.busy;
    },
    /** Reads a file. */
    open: (path: string) => look({ ...start(cohort()), path }),
    /** Gives a column a field, which no other column keeps. */
    map(column: number, field: Field | null): Promise<boolean> {
      const mapping = (preview?.columns ?? []).map((other, at) => {
        if (at === column) return field;
        return other.field === field ? null : other.field;
      });
      return look({ ...input, mapping });
    },
    /** Makes a choice about a row. */
    decide(about: ProblemView, choice: Choice): Promise<boolean> {
      const others = input.decisions.filter(
        (made) => made.record !== about.record || made.field !== about.field,
      );
      const decisions = [...others, { record: about.record, field: about.field, choice }];
      return look({ ...input, decisions });
    },
    /** Remembers what a settled row teaches, and reads the file again with it. */
    remember: (about: ProblemView) =>
      work.run(async () => {
        const learnt = lesson(about);
        if (!learnt) return;
        await commands.wordLearn(learnt.list, learnt.word, learnt.spelling);
        savedNow();
        preview = await commands.rosterPreview(input);
      }),
    /** Keeps the import for the way back from the lists of words. */
    leave: () => void (left = input),
    /** Stores the roster: all of it as chosen, or only the rows that wait for nothing. */
    store: (onlyReady: boolean) =>
      work.run(async () => {
        const digest = preview?.digest ?? '';
        result = await commands.rosterImport({ ...input, digest, only_ready: onlyReady });
        savedNow();
      }),
    /** Saves the rows that are set aside, or that wait, as a CSV file. */
    saveRejects: (onlyReady: boolean) =>
      work.run(async () => {
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
