/** What can be exported, in groups, and how much of it there is. */
import { followed } from '$lib/followed.svelte';
import { commands, type DataFormat, type DataInput, type DataKind, type DataView } from '$lib/ipc';

/** What can be exported, as the page groups it. */
export const GROUPS: readonly { name: string; kinds: readonly DataKind[] }[] = [
  { name: 'people', kinds: ['people', 'consent'] },
  { name: 'sessions', kinds: ['attendance', 'sessions', 'agendas'] },
  { name: 'assessments', kinds: ['responses', 'results', 'changes'] },
  { name: 'projects', kinds: ['projects', 'milestones', 'updates', 'evidence', 'lessons', 'steps'] },
  { name: 'program', kinds: ['reach', 'hours', 'partners', 'outcomes', 'figures', 'follow-ups'] },
  { name: 'all', kinds: ['everything'] },
];

/** The kinds of files, the one that most people open first. */
export const FORMATS: readonly DataFormat[] = ['xlsx', 'csv', 'jsonl'];

/** The kind of this word; the roster for any other word. */
export function kindOf(word: string | undefined): DataKind {
  const kinds = GROUPS.flatMap((group) => group.kinds);
  return kinds.find((kind) => kind === word) ?? 'people';
}

/** Whether a kind of file can hold it. */
export function holds(format: DataFormat, kind: DataKind): boolean {
  return kind !== 'everything' || format !== 'csv';
}

/** How much an export would hold; follows every change. */
export const sizeOf = (input: () => DataInput) =>
  followed<DataView>(
    () => JSON.stringify(input()),
    (key) => commands.dataPreview(JSON.parse(key) as DataInput),
    'all',
  );
