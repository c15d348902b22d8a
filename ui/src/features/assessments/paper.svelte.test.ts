import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormatView, GridRow, GridView, ItemView, SheetInput } from '$lib/ipc';
import { answer, forget } from '$lib/ipc/testing';
import { paperEntry } from './paper.svelte';

const ITEMS = 13;
const FIVE: FormatView = {
  kind: 'rating',
  points: [1, 2, 3, 4, 5].map((point) => ({ point, text: '' })),
};

function row(number: number, answers: string[] = [], draft: string[] = []): GridRow {
  const code = `N${String(number).padStart(2, '0')}`;
  return {
    person: `p${number}`,
    code,
    also: [],
    name: `Person ${number}`,
    sector: '',
    mark: '',
    level: '',
    wording: 0,
    answers,
    before: [],
    draft,
    corrections: 0,
    double: false,
    elsewhere: false,
  };
}

function gridOf(rows: GridRow[]): GridView {
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    key: `i${at}`,
    text: `Item ${at + 1}`,
    definition: '',
    anchors: [],
    section: '',
    format: FIVE,
    shown_if: null,
  }));
  return {
    occasion: {
      id: 'o',
      instrument: 'i',
      version: 1,
      title: 'I',
      moment: 'baseline',
      opens: null,
      due: null,
      sheets: 0,
      enrolled: rows.length,
      withdrew: 0,
      missing: [],
      unfinished: 0,
      versions: false,
      elsewhere: 0,
    },
    newer: null,
    sections: [],
    wordings: [items],
    rows,
    place: 'sheet:o:',
    second: [],
    second_place: 'sheet-again:o:',
  };
}

/** A shell that stores sheets and drafts as the real one does. */
function shell(rows: GridRow[], items?: ItemView[]) {
  let grid = gridOf(rows);
  if (items) grid = { ...grid, wordings: [items] };
  const saved: SheetInput[] = [];
  const drafts = new Map<string, string>();
  const calls = answer({
    sheet_grid: () => grid,
    draft_keep: ({ place, value }) => {
      if (value === '') drafts.delete(place as string);
      else drafts.set(place as string, value as string);
      return null;
    },
    sheet_save: ({ input }) => {
      const sheet = input as SheetInput;
      saved.push(sheet);
      drafts.delete(`sheet:o:${sheet.person}`);
      const stored = (one: GridRow) =>
        one.person === sheet.person ? { ...one, answers: [...sheet.answers], draft: [] } : one;
      grid = { ...grid, rows: grid.rows.map(stored) };
      return null;
    },
  });
  return { saved, drafts, calls };
}

const press = (entry: ReturnType<typeof paperEntry>, ...keys: string[]) => {
  for (const key of keys) {
    entry.key({ key, ctrlKey: false, metaKey: false, altKey: false } as KeyboardEvent);
    flushSync();
  }
};
const settle = async () => {
  await vi.advanceTimersByTimeAsync(2_500);
  flushSync();
};

let stop: () => void = () => undefined;
let close: () => void = () => undefined;
async function open(): Promise<ReturnType<typeof paperEntry>> {
  let entry!: ReturnType<typeof paperEntry>;
  stop = $effect.root(() => {
    entry = paperEntry(() => 'o');
  });
  close = entry.follow();
  await vi.advanceTimersByTimeAsync(10);
  flushSync();
  return entry;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  close();
  stop();
  forget();
  vi.useRealTimers();
});

describe('typing paper sheets', () => {
  it('takes 30 people and 13 items in 390 keys', async () => {
    const { saved, drafts } = shell(Array.from({ length: 30 }, (_, at) => row(at + 1)));
    const entry = await open();
    const keys = ['1', '2', '3', '4', '5', '0', '-'];
    for (let key = 0; key < 390; key += 1) press(entry, keys[key % keys.length]!);
    await settle();
    expect(saved).toHaveLength(30);
    expect(saved[0]?.answers).toEqual(['1', '2', '3', '4', '5', '0', '-', '1', '2', '3', '4', '5', '0']);
    expect(saved.every((sheet) => sheet.paper && !sheet.correct)).toBe(true);
    expect(drafts.size).toBe(0);
  });

  it('keeps a row as a draft within a second, and takes it up again', async () => {
    const { saved, drafts } = shell([row(1), row(2)]);
    press(await open(), '3', '-', '7');
    await vi.advanceTimersByTimeAsync(900);
    expect(JSON.parse(drafts.get('sheet:o:p1') ?? '[]').slice(0, 4)).toEqual(['3', '-', '?7', '']);
    close();
    stop();
    forget();
    const second = shell([row(1, [], ['3', '-', '?7', ...Array(10).fill('')]), row(2)]);
    const entry = await open();
    expect(entry.at).toEqual({ row: 0, item: 3 });
    press(entry, 'Enter');
    await settle();
    expect(saved).toHaveLength(0);
    expect(second.saved[0]?.answers).toEqual(['3', '-', '?7', ...Array(10).fill('0')]);
    expect(entry.at).toEqual({ row: 1, item: 0 });
  });

  it('goes back into a row that was just completed, which is then stored once', async () => {
    const { saved } = shell([row(1), row(2)]);
    const entry = await open();
    press(entry, ...Array(13).fill('4'), 'Backspace', '2');
    await settle();
    expect(saved).toHaveLength(1);
    expect(saved[0]?.answers[12]).toBe('2');
  });

  it('leaves an incomplete row as a draft when the arrows go elsewhere', async () => {
    const { saved, drafts } = shell([row(1), row(2)]);
    const entry = await open();
    press(entry, '4', '4', 'ArrowDown', '1');
    await settle();
    expect(saved).toHaveLength(0);
    expect([...drafts.keys()]).toEqual(['sheet:o:p1', 'sheet:o:p2']);
  });

  it('asks once before a stored sheet is corrected', async () => {
    const { saved } = shell([row(1, Array(13).fill('3')), row(2)]);
    const entry = await open();
    expect(entry.at.row).toBe(1);
    press(entry, 'ArrowUp', '5');
    expect(entry.asking?.row.code).toBe('N01');
    entry.answer(false);
    flushSync();
    expect(entry.codes(entry.rows[0]!)[0]).toBe('3');
    press(entry, '5');
    entry.answer(true);
    flushSync();
    press(entry, '4');
    expect(entry.asking).toBeNull();
    press(entry, 'ArrowDown');
    await settle();
    expect(saved).toEqual([expect.objectContaining({ correct: true, person: 'p1' })]);
    expect(saved[0]?.answers.slice(0, 3)).toEqual(['5', '4', '3']);
  });

  it('gives up a change with Escape, and a refused sheet is not lost', async () => {
    const { saved, calls } = shell([row(1, Array(13).fill('3')), row(2)]);
    const entry = await open();
    press(entry, 'ArrowUp', '5');
    entry.answer(true);
    press(entry, 'Escape', 'ArrowDown');
    await settle();
    expect(saved).toHaveLength(0);
    expect(calls.filter((call) => call.command === 'sheet_save')).toHaveLength(0);
    forget();
    answer({
      sheet_grid: () => gridOf([row(1), row(2)]),
      draft_keep: () => null,
      sheet_save: () => {
        throw { code: 'disk-full', details: {} };
      },
    });
    press(entry, ...Array(13).fill('2'));
    await settle();
    expect(entry.problem).toContain('disk');
    expect(entry.codes(entry.rows[1]!)).toEqual(Array(13).fill('2'));
  });
});

describe('typing sheets of every format', () => {
  const choices = (keys: string[]) => keys.map((key) => ({ key, text: key }));
  const item = (key: string, format: FormatView, shown_if: ItemView['shown_if'] = null): ItemView => ({
    key,
    text: key,
    definition: '',
    anchors: [],
    section: '',
    format,
    shown_if,
  });
  const items: ItemView[] = [
    item('useful', FIVE),
    item('mentor', { kind: 'one', choices: choices(['yes', 'no']) }),
    item(
      'hours',
      { kind: 'number', low: '0', high: '200', unit: 'hours' },
      { item: 'mentor', test: { kind: 'is', codes: ['yes'] } },
    ),
    item('topics', { kind: 'several', choices: choices(['people', 'money']) }),
    item('story', { kind: 'text', long: true }),
  ];
  const write = (entry: ReturnType<typeof paperEntry>, first: string, text: string) => {
    press(entry, first);
    expect(entry.writing?.text).toBe(first);
    entry.take(text, false);
    flushSync();
  };

  it('goes through the formats and past what is not asked', async () => {
    const { saved } = shell([row(1), row(2)], items);
    const entry = await open();
    press(entry, '4', 'a');
    write(entry, '1', '12,5');
    press(entry, 'b', 'a', ' ');
    write(entry, 'W', 'We met.');
    expect(entry.at).toEqual({ row: 1, item: 0 });
    press(entry, '2', 'b');
    expect(entry.at).toEqual({ row: 1, item: 3 });
    press(entry, 'ArrowLeft');
    expect(entry.at).toEqual({ row: 1, item: 1 });
    press(entry, 'ArrowRight', '-', 'Enter');
    await settle();
    expect(saved.map((sheet) => sheet.answers)).toEqual([
      ['4', '=yes', '#12.5', '=people money', '"We met.'],
      ['2', '=no', '~', '-', '0'],
    ]);
  });

  it('keeps a number that cannot be as unreadable, and asks again when a skip is undone', async () => {
    const { saved } = shell([row(1)], items);
    const entry = await open();
    press(entry, '4', 'a');
    write(entry, '9', '900');
    expect(entry.codes(entry.rows[0]!)[2]).toBe('?900');
    press(entry, 'Backspace', 'Backspace', 'b');
    expect(entry.codes(entry.rows[0]!)[2]).toBe('~');
    press(entry, 'ArrowLeft', 'a');
    expect(entry.codes(entry.rows[0]!)[2]).toBe('');
    write(entry, '0', '0');
    expect(entry.codes(entry.rows[0]!)[2]).toBe('#0');
    press(entry, 'Enter');
    await settle();
    expect(saved[0]?.answers).toEqual(['4', '=yes', '#0', '0', '0']);
  });

  it('asks before a person with a sheet of another version gets one of this', async () => {
    const { saved } = shell([{ ...row(1), elsewhere: true }, row(2)], items);
    const entry = await open();
    press(entry, 'ArrowUp', '4');
    expect(entry.asking?.row.code).toBe('N01');
    entry.answer(true);
    flushSync();
    press(entry, 'Enter');
    await settle();
    expect(saved[0]).toEqual(expect.objectContaining({ person: 'p1', correct: true }));
  });
});
