/** What the screens of the curriculum show: the modules, one of them, what two texts differ in, and their words. */
import type { GlyphName } from '$lib/components';
import { followed } from '$lib/followed.svelte';
import {
  commands,
  type ModuleField,
  type ModuleLine,
  type ModuleState,
  type ModuleTextView,
  type ModuleVersionView,
  type VersionState,
} from '$lib/ipc';
import { distance, phrase, t } from '$lib/locale';

const TABLES = ['module', 'module_version', 'module_choice', 'block', 'session', 'cohort', 'program'];

/** The modules of the coalition. */
export const curriculum = () => followed(() => '', commands.moduleList, TABLES);

/** One module. */
export const moduleOf = (module: () => string) =>
  followed(module, commands.moduleView, [...TABLES, 'lesson', 'project', 'facility']);

/** What two texts of a module differ in; an empty id stands for the draft. */
export const differencesOf = (module: () => string, left: () => string, right: () => string) =>
  followed(
    () => `${module()} ${left()} ${right()}`,
    () => commands.moduleDifference(module(), left(), right()),
    TABLES,
  );

/** The fields that are read as text, in the order of a page. */
export const TEXTS: readonly ModuleField[] = ['purpose', 'materials', 'notes', 'application'];

/** The name of a field. */
export const fieldWord = (field: ModuleField): string => phrase(`module-field-${field}`, {});

/** What a field of a text says. */
export function said(text: ModuleTextView, field: ModuleField): string {
  if (field === 'minutes') return text.minutes === null ? '' : String(text.minutes);
  if (field === 'competencies') return text.competencies.join('\n');
  return text[field];
}

/** How far a module is, in words. */
export const stateWord = (state: ModuleState): string => phrase(`module-state-${state}`, {});

/** The sign of how far a module is. */
export const STATE_SIGNS: Record<ModuleState, { glyph: GlyphName; tone: 'ok' | 'info' | 'quiet' }> = {
  draft: { glyph: 'none', tone: 'quiet' },
  published: { glyph: 'ok', tone: 'ok' },
  redrafted: { glyph: 'forward', tone: 'info' },
};

/** Where a version stands, in words. */
export const versionWord = (state: VersionState): string => phrase(`module-version-${state}`, {});

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

/** The number of a version; where two texts bear it, with a letter that is the same at every facility. */
export function numberWord(version: ModuleVersionView, versions: readonly ModuleVersionView[]): string {
  const twins = versions.filter((other) => other.number === version.number).map((other) => other.id);
  const number = t('module-number', { number: version.number });
  return twins.length === 1
    ? number
    : `${number} ${String.fromCharCode(65 + twins.sort().indexOf(version.id))}`;
}

/** Which modules a list shows. */
export type Shown = 'all' | 'published' | 'drafts';

/** Whether a list shows this module. */
export function isShown(line: ModuleLine, shown: Shown, search: string): boolean {
  if (shown === 'published' && line.version === null) return false;
  if (shown === 'drafts' && line.state === 'published') return false;
  if (search.trim() === '') return true;
  return distance(search, `${line.title} ${line.competencies.join(' ')} ${line.purpose}`) !== null;
}

/** Asks for a place and writes one module, or all of them, there. Gives what to tell; nothing if no place was chosen. */
export async function exportTo(module: string | null, name: string): Promise<string | null> {
  const to = await commands.fileToSave(name.replace(/[/\\:*?"<>|]/g, ' '));
  if (!to) return null;
  const { modules, versions } = await commands.curriculumExport(module, to);
  return t('curriculum-exported', { modules, versions, file: to });
}
