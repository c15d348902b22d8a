import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataInput } from '$lib/ipc';
import { pretendProgress } from '$lib/ipc/tasks';
import { answer, forget } from '$lib/ipc/testing';
import { go, startRouter } from '$lib/router';
import Data from './Data.svelte';
import { GROUPS, holds, kindOf } from './data.svelte';

const input = (calls: { command: string; args: Record<string, unknown> }[], command: string) =>
  calls.filter((call) => call.command === command).at(-1)?.args.input as DataInput;

describe('what can be exported', () => {
  it('stands in one group each', () => {
    const kinds = GROUPS.flatMap((group) => group.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds).toHaveLength(21);
  });

  it('is the roster for a word that nobody knows', () => {
    expect(kindOf('reach')).toBe('reach');
    expect(kindOf('nothing')).toBe('people');
    expect(kindOf(undefined)).toBe('people');
  });

  it('is never everything as CSV', () => {
    expect(holds('csv', 'everything')).toBe(false);
    expect(holds('csv', 'people') && holds('jsonl', 'everything')).toBe(true);
  });
});

describe('the page', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = startRouter({ data: '/c/:cohort/reports/data' });
    go('#/c/7/reports/data?what=attendance');
  });
  afterEach(() => {
    stop();
    forget();
    vi.useRealTimers();
  });

  it('asks for names where a roster is wanted, and for codes elsewhere', async () => {
    const calls = answer({
      data_preview: () => ({ rows: 72, sample: false }),
      file_to_save: () => '/a/file.xlsx',
      data_export: () => ({ rows: 72, dictionary: '' }),
    });
    render(Data);
    await screen.findByText('72 rows');
    await fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(input(calls, 'data_export')).toBeTruthy());
    expect(input(calls, 'data_export')).toEqual({
      cohort: '7',
      kind: 'attendance',
      format: 'xlsx',
      names: false,
      sample: false,
    });
    await fireEvent.click(screen.getByRole('radio', { name: /^People/ }));
    await fireEvent.click(screen.getByRole('radio', { name: 'All cohorts' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(input(calls, 'data_export').kind).toBe('people'));
    expect(input(calls, 'data_export')).toMatchObject({ cohort: null, names: true });
  });

  it('shows how far a long export is, and stops it', async () => {
    let end: (error: unknown) => void = () => undefined;
    const calls = answer({
      data_preview: () => ({ rows: 9_000, sample: false }),
      file_to_save: () => '/a/file.xlsx',
      data_export: () => new Promise((_, reject) => (end = reject)),
      task_stop: () => null,
    });
    render(Data);
    await screen.findByText(/9,000 rows/);
    await fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    const begun = () => calls.find((call) => call.command === 'data_export');
    await waitFor(() => expect(begun()).toBeTruthy());
    const task = begun()?.args.task as string;
    pretendProgress({ task, done: 250, of: 1_000 });
    await screen.findByText('250 of 1,000');
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(calls.at(-1)).toEqual({ command: 'task_stop', args: { name: task } });
    end({ code: 'stopped', details: {} });
    await screen.findByRole('button', { name: 'Export' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
