import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { setSingleKeys, takeKey } from '$lib/keys.svelte';
import Attendance from './Attendance.svelte';
import { attendanceOf } from './marking.svelte';
import { lineOf } from './samples.test-data';

const listen = (event: Event) => takeKey(event as KeyboardEvent);
let calls: ReturnType<typeof answer>;

function shown(size = 4) {
  const lines = [
    ...Array.from({ length: size - 1 }, (_, at) => lineOf(at + 1)),
    lineOf(size, 'late', '09:20'),
  ];
  const attendance = attendanceOf(
    () => 'session',
    () => lines,
    () => new Promise(() => undefined),
    () => '09:10',
  );
  render(Attendance, { attendance, zone: 'UTC' });
}
async function press(key: string): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await tick();
  await tick();
}
const focused = () => document.activeElement?.querySelector('.sr-only')?.textContent;
const cells = () => screen.getAllByRole('gridcell').map((cell) => cell.dataset.mark);

beforeEach(() => {
  calls = answer({ mark_set: () => null, mark_rest: () => null, walk_in: () => lineOf(5, 'present') });
  addEventListener('keydown', listen);
});
afterEach(() => {
  cleanup();
  removeEventListener('keydown', listen);
  setSingleKeys(true);
  forget();
});

describe('attendance', () => {
  it('has one tab stop, on the first who is expected', () => {
    shown();
    const stops = screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0);
    expect(stops.map((cell) => cell.dataset.person)).toEqual(['N01']);
    expect(screen.getByRole('grid', { name: /People of this session/ })).toBeTruthy();
  });

  it('is marked from anywhere, and the focus goes on', async () => {
    shown();
    await press('p');
    expect(focused()).toBe('Given2 Family, N02, Expected');
    await press('a');
    await press('ArrowLeft');
    expect(focused()).toBe('Given2 Family, N02, Absent');
    await press('Delete');
    expect(cells()).toEqual(['present', 'expected', 'expected', 'late']);
    await press('End');
    expect(focused()).toBe('Given2 Family, N02, Expected');
    expect(calls.map((call) => call.args.mark)).toContain('present');
  });

  it('leaves letters to text fields, and to nobody when they are switched off', async () => {
    shown();
    await press('w');
    const field = screen.getByLabelText(/^Walk-in/);
    expect(document.activeElement).toBe(field);
    await press('p');
    await press('Escape');
    expect(screen.queryByLabelText(/^Walk-in/)).toBeNull();
    setSingleKeys(false);
    await press('p');
    expect(cells()).toEqual(['expected', 'expected', 'expected', 'late']);
    await fireEvent.click(screen.getByRole('button', { name: 'Present' }));
    await tick();
    expect(cells()[0]).toBe('present');
  });

  it('sets the time of somebody late in the cell', async () => {
    shown();
    const late = screen.getAllByRole('gridcell')[3]!;
    late.focus();
    await press('Enter');
    const field = screen.getByLabelText<HTMLInputElement>('When Given4 Family came');
    expect(document.activeElement).toBe(field);
    field.value = 'soon';
    await press('Enter');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    field.value = '905';
    await press('Enter');
    expect(focused()).toBe('Given4 Family, N04, late at 09:05');
    expect(calls.at(-1)?.args).toMatchObject({ mark: 'late', arrived: '09:05' });
  });

  it('says in words how many there are', () => {
    shown();
    const words = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(words).toEqual(['0 present', '1 late', '3 expected']);
  });
});
