/**
 * What can be done from anywhere, for the palette: going to a screen, beginning a task, the look of the window.
 * A feature adds its tasks here: a line with the words, what it does, and when it can be done.
 */
import { commands } from '$lib/ipc';
import { t } from '$lib/locale';
import { look } from '$lib/look.svelte';
import { go, href, route } from '$lib/router';
import { redo, steps, stepWords, undo } from '$lib/undo.svelte';
import { beginAnother, workspace } from '$lib/workspace.svelte';
import { navigation } from './routes';

/** One thing to do. */
export interface Action {
  id: string;
  /** What it does, as it is searched and shown. */
  does: string;
  /** Other words that somebody may look for. */
  words?: string;
  /** Shown only when somebody looks for it. */
  rare?: boolean;
  /** The key that does the same. */
  keys?: string;
  run: () => unknown;
}

/** What the window itself lays over its screens. */
export interface WindowActions {
  keys: () => void;
  help: () => void;
}

function screens(): Action[] {
  return navigation
    .filter((line) => line.group !== 'cohort' || workspace.cohort)
    .filter((line) => line.path !== route.now?.name)
    .map((line) => ({
      id: line.path,
      does: t('do-go', { screen: t(line.label) }),
      run: () => go(href(line.path as 'start')),
    }));
}

function tasks(): Action[] {
  const inCohort: Action[] = [
    { id: 'roster', does: t('roster-open'), words: t('do-words-import'), run: () => go(href('roster')) },
    {
      id: 'report-funder',
      does: t('reports-kind-funder'),
      words: t('do-words-reports'),
      run: () => go(href('report', { kind: 'funder' })),
    },
    { id: 'data', does: t('screen-data'), words: t('data-do-words'), run: () => go(href('data')) },
    { id: 'person', does: t('person-add'), run: () => go(href('people', {}, { add: '1' })) },
  ];
  const sample = workspace.now?.cohorts.find((cohort) => cohort.sample);
  return [
    ...(workspace.cohort ? inCohort : []),
    {
      id: 'module-new',
      does: t('module-new'),
      words: t('do-words-module'),
      rare: true,
      run: () => go(href('curriculum', {}, { add: '1' })),
    },
    { id: 'cohort-new', does: t('cohort-new'), run: () => go(href('start', {}, { add: '1' })) },
    { id: 'another', does: t('do-another'), rare: true, run: beginAnother },
    sample
      ? { id: 'sample', does: t('do-sample'), run: () => go(href('cohort', { cohort: sample.id })) }
      : { id: 'sample', does: t('sample-add'), run: () => go(href('start', {}, { sample: '1' })) },
  ];
}

function turns(): Action[] {
  const { undo: back, redo: again } = steps;
  return [
    ...(back
      ? [{ id: 'undo', does: t('action-undo', { step: stepWords(back) }), keys: 'Mod+Z', run: undo }]
      : []),
    ...(again
      ? [{ id: 'redo', does: t('action-redo', { step: stepWords(again) }), keys: 'Mod+Y', run: redo }]
      : []),
  ];
}

function looks(): Action[] {
  return [
    ...look.themes
      .filter((theme) => theme !== look.theme)
      .map((theme) => ({
        id: `theme-${theme}`,
        does: t('do-theme', { theme: t(`theme-${theme}`) }),
        words: t('do-words-theme'),
        run: () => look.choose(theme),
      })),
    { id: 'window', does: t('do-window'), run: commands.windowReset },
    { id: 'larger', does: t('do-larger'), keys: 'Mod++', run: () => look.step(1) },
    { id: 'smaller', does: t('do-smaller'), keys: 'Mod+-', run: () => look.step(-1) },
  ];
}

/** Everything that can be done now. */
export function actions(over: WindowActions): Action[] {
  return [
    ...tasks(),
    ...screens(),
    ...turns(),
    { id: 'help', does: t('screen-help'), words: t('do-words-help'), keys: 'F1', run: over.help },
    { id: 'keys', does: t('keys-show'), keys: '?', run: over.keys },
    ...looks().map((action) => ({ ...action, rare: true })),
  ];
}
