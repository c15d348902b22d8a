/** What the palette lists: things to do that fit what was typed, then the records that the shell finds. */
import { commands, explain, type FoundLine } from '$lib/ipc';
import { distance, formatDate, t } from '$lib/locale';
import { go, href, route } from '$lib/router';
import type { Action } from '../actions';

/** One line of the palette. */
export interface Line {
  id: string;
  group: string;
  /** A code on papers, in mono. */
  code: string;
  name: string;
  more: string;
  keys?: string;
  run: () => unknown;
}

const MOST_ACTIONS = 8;

/** The things to do that hold every word typed, the nearest first; all of them if nothing was typed. */
export function fitting(all: readonly Action[], typed: string): Action[] {
  if (typed.trim() === '') return all.filter((action) => !action.rare);
  return all
    .map((action) => ({ action, far: distance(typed, `${action.does} ${action.words ?? ''}`) }))
    .filter((found): found is { action: Action; far: number } => found.far !== null)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_ACTIONS)
    .map((found) => found.action);
}

/** Where a record is shown, by its kind. A new kind of record gets its screen here. */
const places: Record<FoundLine['kind'], (found: FoundLine, cohort: string) => string> = {
  cohort: (found) => href('cohort', { cohort: found.id }),
  session: (found, cohort) => href('cohort', { cohort }),
  project: (found, cohort) => href('project', { cohort, project: found.id }),
  person: (found) =>
    found.cohort
      ? href('person', { cohort: found.cohort, person: found.id })
      : href('someone', { person: found.id }),
  module: (found) => href('module', { module: found.id }),
  instrument: (found) => href('instrument', { key: found.id }),
  framework: (found) => href('framework', { key: found.id }),
  outcome: (_, cohort) => href('outcomes', { cohort }),
};

const groups: Record<FoundLine['kind'], () => string> = {
  cohort: () => t('screen-start'),
  session: () => t('palette-sessions'),
  project: () => t('screen-projects'),
  person: () => t('screen-people'),
  module: () => t('screen-curriculum'),
  instrument: () => t('screen-library'),
  framework: () => t('palette-frameworks'),
  outcome: () => t('screen-outcomes'),
};

function recordLine(found: FoundLine): Line {
  const cohort = found.cohort ?? route.cohort;
  const more = found.kind === 'session' ? formatDate(found.more) : found.more;
  const elsewhere = found.kind !== 'cohort' && found.cohort !== route.cohort;
  return {
    id: `${found.kind}-${found.id}-${cohort}`,
    group: groups[found.kind](),
    code: found.code,
    name: found.name,
    more: [more, elsewhere ? found.mark : '', found.sample ? t('cohort-sample') : '']
      .filter(Boolean)
      .join(' · '),
    run: () => go(places[found.kind](found, cohort)),
  };
}

/** The lines of the palette for what is typed. */
export function palette(actions: () => readonly Action[]) {
  let typed = $state('');
  let found = $state.raw<readonly FoundLine[]>([]);
  let problem = $state('');

  async function find(text: string): Promise<void> {
    try {
      const answer = await commands.find(text, route.cohort || null);
      if (text !== typed) return;
      found = answer;
      problem = '';
    } catch (thrown) {
      problem = explain(thrown);
    }
  }
  const lines = $derived.by((): Line[] => {
    const doing = fitting(actions(), typed).map((action) => ({
      id: `do-${action.id}`,
      group: t('palette-do'),
      code: '',
      name: action.does,
      more: '',
      keys: action.keys,
      run: action.run,
    }));
    const all = found.map((one) => one.kind);
    const kinds = all.filter((kind, at) => all.indexOf(kind) === at);
    const sorted = kinds.flatMap((kind) => found.filter((one) => one.kind === kind)).map(recordLine);
    return [...doing, ...sorted];
  });

  return {
    get typed(): string {
      return typed;
    },
    set typed(text: string) {
      typed = text;
      if (text.trim() === '') found = [];
      void find(text);
    },
    /** The lines, those of a group together. */
    get lines(): readonly Line[] {
      return lines;
    },
    /** Why nothing could be looked up, as a sentence. */
    get problem(): string {
      return problem;
    },
  };
}
