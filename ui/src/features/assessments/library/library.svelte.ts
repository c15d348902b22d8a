/** What the screens of the library show: frameworks and instruments, one of them, what two contents differ in, and their words. */
import type { GlyphName } from '$lib/components';
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type DefinitionContent,
  type DefinitionKind,
  type DefinitionLine,
  type DefinitionPartView,
  type DefinitionProblem,
  type DefinitionState,
  type DefinitionVersionView,
  type VersionState,
} from '$lib/ipc';
import { distance, phrase, t } from '$lib/locale';
import { href } from '$lib/router';

const TABLES = [
  'definition',
  'definition_version',
  'definition_choice',
  'definition_part',
  'occasion',
  'response',
  'cohort',
  'program',
];

/** The frameworks and instruments that can be used. */
export const library = () => followed(() => '', commands.libraryList, TABLES);

/** One of them. */
export const definitionOf = (kind: DefinitionKind, key: () => string) =>
  followed(key, (asked) => commands.definitionView(kind, asked), [...TABLES, 'sector', 'level']);

/** How an instrument looks to those who answer it; an empty version stands for the draft. */
export const sheetOf = (key: () => string, version: () => string) =>
  followed(
    () => `${key()} ${version()}`,
    () => commands.definitionSheet(key(), version()),
    TABLES,
  );

/** What two contents differ in; an empty id stands for the draft. */
export const differenceOf = (
  kind: DefinitionKind,
  key: () => string,
  left: () => string,
  right: () => string,
) =>
  followed(
    () => `${key()} ${left()} ${right()}`,
    () => commands.definitionDifference(kind, key(), left(), right()),
    TABLES,
  );

/** The address of a framework or an instrument, perhaps at one of its versions. */
export const addressOf = (kind: DefinitionKind, key: string, version = ''): string => {
  const query: Record<string, string> = version ? { version } : {};
  return kind === 'instrument' ? href('instrument', { key }, query) : href('framework', { key }, query);
};

/** The address of a comparison. */
export const comparisonOf = (kind: DefinitionKind, key: string, left: string, right: string): string =>
  kind === 'instrument'
    ? href('instrument-differences', { key }, { left, right })
    : href('framework-differences', { key }, { left, right });

/** How far a definition is, in words. */
export const stateWord = (state: DefinitionState): string => phrase(`library-state-${state}`, {});

/** The sign of how far it is. */
export const STATE_SIGNS: Record<DefinitionState, { glyph: GlyphName; tone: 'ok' | 'info' | 'quiet' }> = {
  draft: { glyph: 'none', tone: 'quiet' },
  published: { glyph: 'ok', tone: 'ok' },
  redrafted: { glyph: 'forward', tone: 'info' },
};

/** Where a version stands, in words. */
export const versionWord = (state: VersionState): string => phrase(`library-version-${state}`, {});

/** The sign of where a version stands. */
export const VERSION_SIGNS: Record<
  VersionState,
  { glyph: GlyphName; tone: 'ok' | 'warn' | 'quiet' | undefined }
> = {
  current: { glyph: 'ok', tone: 'ok' },
  superseded: { glyph: 'none', tone: 'quiet' },
  undecided: { glyph: 'warn', tone: 'warn' },
  'set-aside': { glyph: 'dash', tone: 'quiet' },
};

/** The number of a version; where two contents bear it, with a letter that is the same at every facility. */
export function numberWord(
  version: DefinitionVersionView,
  versions: readonly DefinitionVersionView[],
): string {
  const twins = versions.filter((other) => other.number === version.number).map((other) => other.id);
  const number = t('library-number', { number: version.number });
  return twins.length === 1
    ? number
    : `${number} ${String.fromCharCode(65 + twins.sort().indexOf(version.id))}`;
}

/** How an item is answered, in words. */
export const formatWord = (format: string): string => phrase(`library-format-${format}`, {});

/** The formats, in the order of a list. */
export const FORMATS = ['rating', 'one', 'several', 'number', 'text', 'long-text'] as const;

/** What an item measures, in the order of a list. */
export const MEASURES = ['reaction', 'learning', 'behaviour', 'results'] as const;

/** What is the matter with a draft, as a sentence. */
export const problemWord = (problem: DefinitionProblem): string =>
  phrase(`library-problem-${problem.matter}`, { found: problem.found, version: problem.version ?? 0 });

/** The parts of a kind, perhaps only those below a parent. */
export const partsOf = (
  content: DefinitionContent,
  kind: DefinitionPartView['kind'],
  parent?: string,
): DefinitionPartView[] =>
  content.parts.filter((part) => part.kind === kind && (parent === undefined || part.parent === parent));

/** Which definitions a list shows. */
export type Shown = 'all' | 'published' | 'drafts';

/** Whether a list shows this definition. */
export function isShown(line: DefinitionLine, shown: Shown, search: string): boolean {
  if (shown === 'published' && line.version === null) return false;
  if (shown === 'drafts' && line.state === 'published') return false;
  return search.trim() === '' || distance(search, `${line.title} ${line.key}`) !== null;
}

/** A condition as it is edited. */
export interface Condition {
  item: string;
  test: 'answered' | 'is' | 'is-not' | 'at-least' | 'at-most';
  values: string[];
}

/** The condition of a line such as `mentor is yes soon`; nothing for an empty line. */
export function readCondition(line: string): Condition | null {
  const [item, test, ...values] = line.split(' ').filter(Boolean);
  if (!item || !test) return null;
  return { item, test: test as Condition['test'], values };
}

/** The line of a condition. */
export const writeCondition = (condition: Condition): string =>
  [condition.item, condition.test, ...(condition.test === 'answered' ? [] : condition.values)].join(' ');

/** The codes that an item can be answered with, with their words; nothing for a number or a text. */
export function answersOf(
  content: DefinitionContent,
  item: DefinitionPartView,
): { value: string; label: string }[] {
  if (item.format === 'one' || item.format === 'several') {
    return partsOf(content, 'choice', item.key).map((choice) => ({ value: choice.key, label: choice.text }));
  }
  if (item.format !== 'rating') return [];
  const [low, high] = item.scale ? item.scale.split(' ').map(Number) : [content.low, content.high];
  const words = item.scale ? item.labels : content.labels;
  const points = Array.from({ length: (high ?? 5) - (low ?? 1) + 1 }, (_, at) => (low ?? 1) + at);
  return points.map((point, at) => ({
    value: String(point),
    label: [String(point), words[at]].filter(Boolean).join(' · '),
  }));
}

/** A condition as a sentence. */
export function conditionWord(content: DefinitionContent, line: string): string {
  const condition = readCondition(line);
  if (!condition) return '';
  const item = content.parts.find((part) => part.kind === 'item' && part.key === condition.item);
  const answers = item ? answersOf(content, item) : [];
  const values = condition.values.map(
    (value) => answers.find((answer) => answer.value === value)?.label ?? value,
  );
  return phrase(`library-if-${condition.test}`, {
    item: item?.text ?? condition.item,
    values: values.join(', '),
  });
}

/** A row of an editor: a section, or an item with the number it bears. */
export interface Row {
  part: DefinitionPartView;
  number: number;
}

/** The sections and items of a draft, as rows. */
export function rowsOf(content: DefinitionContent): Row[] {
  let number = 0;
  return content.parts
    .filter((part) => part.kind === 'section' || part.kind === 'item')
    .map((part) => ({ part, number: part.kind === 'item' ? ++number : 0 }));
}

/** Where a row goes that is dropped behind `before` (nothing: at the beginning): its parent then, and its place there. */
export function dropPlace(
  rows: readonly Row[],
  moved: DefinitionPartView,
  before: DefinitionPartView | undefined,
): { parent: string; to: number } {
  const others = rows.map((row) => row.part).filter((part) => part.id !== moved.id);
  const top = others.filter((part) => part.kind === 'section' || part.parent === '');
  if (!before) return { parent: '', to: 0 };
  const section =
    before.kind === 'section'
      ? before
      : others.find((part) => part.kind === 'section' && part.key === before.parent);
  if (moved.kind === 'section') {
    const anchor = section ?? before;
    return { parent: '', to: top.findIndex((part) => part.id === anchor.id) + 1 };
  }
  if (!section) return { parent: '', to: top.findIndex((part) => part.id === before.id) + 1 };
  if (before.kind === 'section') return { parent: section.key, to: 0 };
  const inside = others.filter((part) => part.kind === 'item' && part.parent === section.key);
  return { parent: section.key, to: inside.findIndex((part) => part.id === before.id) + 1 };
}
