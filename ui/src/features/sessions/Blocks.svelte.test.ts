import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockView, SessionView } from '$lib/ipc';
import { answer, forget } from '$lib/ipc/testing';
import { told } from '$lib/tell.svelte';
import Blocks from './Blocks.svelte';
import { editing } from './sessions.svelte';

function block(id: string, more: Partial<BlockView> = {}): BlockView {
  return {
    id,
    title: `Block ${id}`,
    starts: '09:00',
    ends: '09:30',
    minutes: 30,
    locked: false,
    optional: false,
    competencies: [],
    instructions: '',
    over: 0,
    free: 0,
    begun: false,
    origin: null,
    ...more,
  };
}

const session = {
  id: 's',
  cohort: 'c',
  number: 1,
  mark: 'PSC S1',
  title: 'Day',
  place: '',
  zone: 'UTC',
  date: '2026-10-05',
  starts: '09:00',
  ends: '12:00',
  blocks: 4,
  state: 'planned' as const,
  began: null,
  ended: null,
  tally: { expected: 0, present: 0, late: 0, absent: 0, excused: 0 },
  enrolled: 0,
};
const viewOf = (blocks: BlockView[]): SessionView => ({
  session,
  cohort_name: 'Prairie',
  blocks,
  competencies: ['Influence', 'Collaboration'],
  over: 0,
});

let blocks: BlockView[];
let calls: ReturnType<typeof answer>;

function shown() {
  const edit = editing(() => 's');
  const again = async (): Promise<void> => page.rerender({ view: viewOf(blocks), edit, again });
  const page = render(Blocks, { view: viewOf(blocks), edit, again });
  return page;
}
const row = (title: string) => screen.getByRole('group', { name: title });
const field = (title: string) => row(title).querySelector<HTMLInputElement>('.title input')!;
const asked = (command: string) => calls.filter((call) => call.command === command).map((call) => call.args);

beforeEach(() => {
  blocks = [
    block('a'),
    block('b'),
    block('lunch', { locked: true, over: 10 }),
    block('c', { optional: true }),
  ];
  calls = answer({
    block_move: ({ block: id, up }) => {
      const at = blocks.findIndex((one) => one.id === id);
      const to = up ? at - 1 : at + 1;
      if (!blocks[to] || blocks[to].locked || blocks[at]!.locked) return false;
      blocks = blocks.with(at, blocks[to]).with(to, blocks[at]!);
      return true;
    },
    block_edit: ({ value }) => {
      if (value === '')
        throw {
          code: 'invalid',
          details: { place: 'Block a', field: 'title', found: '', expected: 'a title' },
        };
      return null;
    },
    block_add: () => 'new',
    block_remove: () => null,
  });
});
afterEach(() => {
  cleanup();
  forget();
});

describe('the rows of an agenda', () => {
  it('move with Alt and the arrow keys, and the focus goes along', async () => {
    shown();
    field('Block b').focus();
    await fireEvent.keyDown(field('Block b'), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(screen.getAllByRole('group')[0]).toBe(row('Block b')));
    await waitFor(() => expect(document.activeElement).toBe(field('Block b')));
    expect(asked('block_move')).toEqual([{ session: 's', block: 'b', up: true }]);
    await waitFor(() => expect(told.said.at(-1)?.text).toBe('Block b is now 1 of 4, at 09:00.'));
  });

  it('say why they stay', async () => {
    shown();
    await fireEvent.keyDown(field('Block b'), { key: 'ArrowDown', altKey: true });
    await screen.findByText(/^Block lunch is locked or has begun, so nothing passes it/);
    await fireEvent.keyDown(field('Block a'), { key: 'ArrowUp', altKey: true });
    await screen.findByText('It is the first block already.');
    await fireEvent.keyDown(field('Block lunch'), { key: 'ArrowUp', altKey: true });
    await screen.findByText(/^Block lunch stays where it is/);
    await fireEvent.keyDown(field('Block a'), { key: 'ArrowDown' });
    expect(asked('block_move')).toHaveLength(3);
  });

  it('have no handle where they are locked, and say what does not fit', () => {
    shown();
    expect(screen.queryByRole('button', { name: 'Move Block lunch' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Move Block a' })).toBeTruthy();
    expect(screen.getByText('10 minutes too much before this')).toBeTruthy();
    expect(row('Block c').textContent).toContain('optional');
  });

  it('save each field as it is left', async () => {
    shown();
    await fireEvent.input(field('Block a'), { target: { value: 'Welcome' } });
    await fireEvent.change(field('Block a'));
    await fireEvent.click(screen.getByRole('button', { name: 'More about Block a' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Collaboration' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Locked/ }));
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Optional/ }));
    const said = screen.getByRole('textbox', { name: 'In the room' });
    await fireEvent.input(said, { target: { value: 'In fives.' } });
    await fireEvent.change(said);
    expect(asked('block_edit').map(({ field, value }) => [field, value])).toEqual([
      ['title', 'Welcome'],
      ['competencies', 'Collaboration'],
      ['locked', 'true'],
      ['optional', 'true'],
      ['instructions', 'In fives.'],
    ]);
  });

  it('name what is wrong where it stands', async () => {
    shown();
    await fireEvent.input(field('Block a'), { target: { value: '' } });
    await fireEvent.change(field('Block a'));
    await waitFor(() => expect(field('Block a').getAttribute('aria-invalid')).toBe('true'));
    expect(field('Block b').getAttribute('aria-invalid')).toBeNull();
  });

  it('are added before what ends the day', async () => {
    shown();
    await fireEvent.input(screen.getByRole('textbox', { name: 'Next block' }), {
      target: { value: 'Round' },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(asked('block_add')).toHaveLength(1));
    expect(asked('block_add')[0]).toMatchObject({ after: 'c', input: { title: 'Round', minutes: 15 } });
  });
});
