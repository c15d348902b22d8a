import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import type { ProjectLine } from '$lib/ipc';
import BoardTrial from './BoardTrial.test.svelte';
import CharterField from './CharterField.svelte';
import { aim } from './drag';
import { competenciesFor, isShown, newsWords, onlyCompetency } from './projects.svelte';

const line: ProjectLine = {
  id: '1',
  title: 'One card, eleven branches',
  institution: 'Łukaszewicz Library',
  agreed: '2026-10-02',
  people: [{ person: '2', code: 'N01', name: 'Søren Łukaszewicz', institution: 'Łukaszewicz Library' }],
  status: 'slower',
  latest: '',
  last: '2026-10-14',
  days: 41,
  stale: true,
  reached: 0,
  milestones: 0,
  next: null,
};

describe('words', () => {
  it('say how old the last news is', () => {
    expect(newsWords(line)).toBe('41 days ago');
    expect(newsWords({ ...line, days: 0 })).toBe('today');
    expect(newsWords({ ...line, days: 1 })).toBe('yesterday');
    expect(newsWords({ ...line, last: null, days: 45 })).toBe('none since the charter, 45 days ago');
    expect(newsWords({ ...line, last: null, days: null })).toBe('no news yet');
  });
});

describe('the list', () => {
  it('is searched without accents, in titles, people and statuses', () => {
    for (const search of ['', 'one card', 'n01', 'soren lukaszewicz', 'slower', 'card soren'])
      expect(isShown(line, 'all', search), search).toBe(true);
    expect(isShown(line, 'all', 'two cards')).toBe(false);
  });

  it('shows those without news and those with an overdue milestone', () => {
    expect(isShown(line, 'silent', '')).toBe(true);
    expect(isShown({ ...line, stale: false }, 'silent', '')).toBe(false);
    expect(isShown(line, 'overdue', '')).toBe(false);
    const next = {
      id: '3',
      title: 'Pilot',
      due: '2026-11-01',
      done: null,
      state: 'planned',
      overdue: true,
    } as const;
    expect(isShown({ ...line, next }, 'overdue', '')).toBe(true);
  });
});

describe('the board', () => {
  const press = (on: HTMLElement, key: string) => fireEvent.keyDown(on, { key, altKey: true });

  it('moves a card with Alt and the arrows past columns that take none, and not over the edge', async () => {
    const onmove = vi.fn();
    render(BoardTrial, { onmove });
    const card = screen.getByRole('link', { name: 'Pilot' });
    await press(card, 'ArrowRight');
    expect(onmove).toHaveBeenLastCalledWith({ id: 'a', title: 'Pilot', column: 'one' }, 'three');
    await press(card, 'ArrowLeft');
    expect(onmove).toHaveBeenCalledTimes(1);
    await fireEvent.keyDown(card, { key: 'ArrowRight' });
    expect(onmove).toHaveBeenCalledTimes(1);
  });

  it('counts the cards of each column and says where there is none', () => {
    render(BoardTrial, { onmove: vi.fn() });
    expect(screen.getByRole('region', { name: /One 1/ })).toBeTruthy();
    expect(screen.getAllByText('empty')).toHaveLength(2);
  });
});

describe('dragging', () => {
  const press = (type: string, at: [number, number]) =>
    new PointerEvent(type, { button: 0, clientX: at[0], clientY: at[1], pointerId: 1 });

  it('tells nobody of a click, and of a drop once', () => {
    const told = { moves: vi.fn(), drops: vi.fn() };
    document.elementFromPoint = () => null;
    aim(press('pointerdown', [0, 0]), told);
    dispatchEvent(press('pointermove', [3, 3]));
    dispatchEvent(press('pointerup', [3, 3]));
    expect(told.moves).not.toHaveBeenCalled();
    expect(told.drops).not.toHaveBeenCalled();
    aim(press('pointerdown', [0, 0]), told);
    dispatchEvent(press('pointermove', [30, 3]));
    dispatchEvent(press('pointerup', [30, 3]));
    dispatchEvent(press('pointerup', [30, 3]));
    expect(told.drops).toHaveBeenCalledTimes(1);
  });
});

describe('a field of the charter', () => {
  const props = { project: '1', field: 'problem', label: 'Problem', value: 'Old', rows: 2 } as const;

  it('is saved on leaving, and its draft forgotten', async () => {
    const calls = answer({ draft_get: () => null, draft_keep: () => null, project_edit: () => null });
    render(CharterField, props);
    const field = screen.getByLabelText('Problem');
    await fireEvent.input(field, { target: { value: 'New' } });
    await fireEvent.change(field);
    await vi.waitFor(() => expect(screen.getByText(/^Saved/)).toBeTruthy());
    const saved = calls.filter((call) => call.command === 'project_edit');
    expect(saved.map((call) => call.args)).toEqual([{ project: '1', field: 'problem', value: 'New' }]);
    expect(calls.at(-1)).toMatchObject({ command: 'draft_keep', args: { value: '' } });
    forget();
  });

  it('has again what a crash left behind', async () => {
    answer({
      draft_get: () => ({ place: 'project:1:problem', value: 'Half a sen', at: '2026-11-24T09:00:00Z' }),
      draft_keep: () => null,
      project_edit: () => null,
    });
    render(CharterField, props);
    await vi.waitFor(() =>
      expect((screen.getByLabelText('Problem') as HTMLTextAreaElement).value).toBe('Half a sen'),
    );
    forget();
  });
});

describe('the competencies of a lesson', () => {
  const [one, two] = [
    { key: 'collaboration', name: 'Collaboration' },
    { key: 'influence', name: 'Influence' },
  ];

  it('are those of the block first, and its only one is taken', () => {
    const block = { id: 'b', title: 'One value', competencies: ['influence'] };
    expect(competenciesFor([one, two], block)).toEqual([two, one]);
    expect(competenciesFor([one, two], undefined)).toEqual([one, two]);
    expect(onlyCompetency(block)).toBe('influence');
    expect(onlyCompetency({ ...block, competencies: ['influence', 'collaboration'] })).toBe('');
    expect(onlyCompetency(undefined)).toBe('');
  });
});
