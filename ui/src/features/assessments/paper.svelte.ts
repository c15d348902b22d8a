/**
 * Typing paper sheets into the grid. One key an answer; a row is a draft until it is complete or finished with Enter,
 * and then one sheet. Changing a sheet that is stored is asked once and becomes a visible correction.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import {
  commands,
  explain,
  onChanged,
  type GridRow,
  type GridView,
  type ItemView,
  type SecondRow,
} from '$lib/ipc';
import { savedNow } from '$lib/saved.svelte';
import { TABLES } from './assessments.svelte';
import { keeper } from './keeper';
import { readKey, type Move } from './keys';
import { settled, toggled, writtenCode } from './shown';

/** How long a complete row waits for a Backspace before it is stored, in milliseconds. */
const SETTLE_AFTER = 2_000;

/** A place in the grid, from 0. */
export interface Place {
  row: number;
  item: number;
}

/** How far a row is. */
export type RowState = 'empty' | 'typing' | 'changing' | 'stored';

/** The grid of one occasion. */
export function paperEntry(occasion: () => string) {
  let view = $state.raw<GridView | null>(null);
  const typed = new SvelteMap<string, readonly string[]>();
  let again = $state(false);
  let at = $state<Place>({ row: 0, item: 0 });
  let asking = $state.raw<{ row: GridRow; code: string } | null>(null);
  let problem = $state('');
  let finished = $state(0);
  let settling: { person: string; timer: ReturnType<typeof setTimeout> } | null = null;
  const agreed = new SvelteSet<string>();
  const failed = (thrown: unknown): void => {
    problem = explain(thrown);
  };
  const writes = keeper(failed);

  const second = (person: string) => view?.second.find((one) => one.person === person);
  const rows = $derived(again ? (view?.rows ?? []).filter((row) => second(row.person)) : (view?.rows ?? []));
  const width = $derived(view?.wordings[0]?.length ?? 0);
  const blank = $derived<readonly string[]>(Array.from({ length: width }, () => ''));
  let writing = $state.raw<{ row: number; item: number; text: string } | null>(null);
  /** The items of a row in the wording of its person. */
  const itemsOf = (row: GridRow): readonly ItemView[] => view?.wordings[row.wording] ?? [];

  const stored = (row: GridRow): readonly string[] => (again ? [] : row.answers);
  const codes = (row: GridRow): readonly string[] => {
    const kept = typed.get(row.person);
    if (kept) return kept;
    const own = stored(row);
    return own.length > 0 ? own : blank;
  };
  const full = (list: readonly string[]): boolean => list.every((code) => code !== '');
  const typedIn = (code: string): boolean => code !== '' && code !== '~';
  /** Whether the person has a sheet, of this version or another: another one is a correction. */
  const held = (row: GridRow): boolean => !again && (row.answers.length > 0 || row.elsewhere);
  /** Whether an item is not asked after what stands in the row. */
  const skipped = (row: GridRow, item: number): boolean => codes(row)[item] === '~' && typed.has(row.person);
  const place = (person: string): string => (again ? view!.second_place : view!.place) + person;

  function put(person: string, list: readonly string[] | null): void {
    if (list) typed.set(person, list);
    else typed.delete(person);
  }
  function putAll(kept: readonly { person: string; list: readonly string[] }[]): void {
    typed.clear();
    for (const { person, list } of kept) if (list.length > 0) typed.set(person, list);
  }

  async function load(first: boolean): Promise<void> {
    const asked = occasion();
    try {
      const found = await commands.sheetGrid(asked);
      if (asked !== occasion()) return;
      view = found;
      if (first) restore(found);
    } catch (thrown) {
      failed(thrown);
    }
  }
  /** Takes up what was being typed when the screen or the program was closed. */
  function restore(found: GridView): void {
    again = false;
    putAll(found.rows.map((row) => ({ person: row.person, list: row.draft })));
    for (const row of found.rows) {
      if (row.draft.length > 0 && held(row)) agreed.add(row.person);
    }
    const open = (row: GridRow) => !full(codes(row));
    const half = found.rows.findIndex((row) => typed.has(row.person) && open(row));
    enter(Math.max(0, half >= 0 ? half : found.rows.findIndex(open)));
    for (const [person, list] of typed) if (full(list)) void store(person);
  }

  /** Goes to the first item of a row that has no answer yet. */
  function enter(row: number): void {
    const list = rows[row] ? codes(rows[row]) : [];
    at = { row, item: Math.max(0, list.indexOf('')) };
  }

  async function store(person: string): Promise<void> {
    unsettle(person);
    const list = typed.get(person);
    const row = view?.rows.find((one) => one.person === person);
    if (again || !list || !row || !full(list)) return;
    const input = {
      occasion: occasion(),
      person,
      paper: true,
      answers: [...list],
      correct: held(row),
    };
    writes.drop(place(person));
    try {
      await writes.next(() => commands.sheetSave(input));
      savedNow();
      problem = '';
      agreed.delete(person);
      await load(false);
      if (typed.get(person) === list) put(person, null);
    } catch (thrown) {
      failed(thrown);
      writes.keep(place(person), list);
    }
  }
  function settle(person: string): void {
    unsettle();
    settling = { person, timer: setTimeout(() => void store(person), SETTLE_AFTER) };
  }
  /** Stops waiting; a row of somebody else that was waiting is stored now. */
  function unsettle(person?: string): void {
    if (!settling) return;
    clearTimeout(settling.timer);
    const other = settling.person;
    settling = null;
    if (other !== person) void store(other);
  }

  /** The row after this one that still needs a sheet, or the same row if there is none. */
  function nextRow(from: number): number {
    for (let row = from + 1; row < rows.length; row += 1) {
      const own = rows[row]!;
      if (!held(own) && !full(codes(own))) return row;
    }
    return from;
  }
  /** Leaves a row: what is complete becomes a sheet, what is not stays a draft. */
  function leave(row: GridRow | undefined): void {
    if (row && typed.has(row.person) && full(typed.get(row.person)!)) void store(row.person);
  }

  /** Puts an answer at the present place; `stay` does not go on to the next. */
  function set(code: string, stay = false): void {
    const row = rows[at.row];
    if (!row || skipped(row, at.item)) return;
    const changes = held(row) && !agreed.has(row.person);
    if (changes && codes(row)[at.item] === code) return stay ? undefined : move('right');
    if (changes) {
      asking = { row, code };
      return;
    }
    if (settling && settling.person !== row.person) unsettle();
    const changed = codes(row).map((old, item) => (item === at.item ? code : old));
    const list = settled(itemsOf(row), changed);
    put(row.person, list);
    writes.keep(place(row.person), list);
    if (code !== '' && !stay) onward();
  }
  /** Goes on to the next item that is asked, to the first that is still empty, or to the next row. */
  function onward(): void {
    const row = rows[at.row];
    if (!row) return;
    const list = codes(row);
    const next = list.findIndex((code, item) => item > at.item && code !== '~');
    if (next >= 0) at = { ...at, item: next };
    else if (!full(list)) at = { ...at, item: list.indexOf('') };
    else if (typed.has(row.person)) complete(row);
  }
  function complete(row: GridRow): void {
    if (again) void writes.flush().then(() => load(false));
    else settle(row.person);
    finished += 1;
    go(nextRow(at.row), 0);
  }
  /** Enter: the sheet is done; what was not typed was left empty on paper. */
  function finish(): void {
    const row = rows[at.row];
    if (!row) return;
    const list = typed.get(row.person);
    if (list?.some(typedIn)) {
      const whole = settled(
        itemsOf(row),
        settled(itemsOf(row), list).map((code) => code || '0'),
      );
      put(row.person, whole);
      writes.keep(place(row.person), whole);
      if (again) void writes.flush().then(() => load(false));
      else void store(row.person);
      finished += 1;
    }
    const next = nextRow(at.row);
    enter(next === at.row ? Math.min(at.row + 1, rows.length - 1) : next);
  }
  function go(row: number, item: number): void {
    if (row !== at.row) {
      const left = rows[at.row];
      if (left && settling?.person !== left.person) leave(left);
    }
    at = { row, item };
  }
  function move(to: Move): void {
    const last = { row: rows.length - 1, item: width - 1 };
    const { row, item } = at;
    if (to === 'left') go(row, beside(item, -1));
    else if (to === 'right') go(row, beside(item, 1));
    else if (to === 'on') onward();
    else if (to === 'up') go(Math.max(0, row - 1), item);
    else if (to === 'down') go(Math.min(last.row, row + 1), item);
    else if (to === 'start') go(row, 0);
    else if (to === 'end') go(row, last.item);
    else if (to === 'back') back();
  }
  /** The nearest item on one side that is asked, or the present one. */
  function beside(item: number, step: 1 | -1): number {
    const row = rows[at.row];
    for (let next = item + step; row && next >= 0 && next < width; next += step) {
      if (!skipped(row, next)) return next;
    }
    return item;
  }
  function back(): void {
    const before = beside(at.item, -1);
    if (before < at.item) {
      at = { ...at, item: before };
      return;
    }
    const just = settling ? rows.findIndex((row) => row.person === settling?.person) : -1;
    // The row that was just completed waits no longer by itself, but until it is left again.
    if (settling && just >= 0) clearTimeout(settling.timer);
    if (just >= 0) settling = null;
    const row = just >= 0 ? just : at.row - 1;
    if (row >= 0) at = { row, item: width - 1 };
  }
  /** Opens the field of a number or of words; `text` takes the place of what stands there. */
  function write(text: string): void {
    const row = rows[at.row];
    if (!row || skipped(row, at.item)) return;
    writing = { ...at, text };
  }
  /**
   * Takes what was written: nothing for blank, a dash for declined, `?` for what cannot be read. A number that cannot be is what
   * stands on paper: unreadable.
   */
  function take(text: string, stay: boolean): void {
    const now = writing;
    const row = now && rows[now.row];
    writing = null;
    if (!row || now.row !== at.row || now.item !== at.item) return;
    const format = itemsOf(row)[at.item]?.format;
    const plain = text.trim();
    if (!format) return;
    const marks: Record<string, string> = { '': '0', '-': '-', '–': '-', '?': '?' };
    set(marks[plain] ?? writtenCode(plain, format) ?? `?${plain}`, stay);
  }
  /** Gives up what was typed in a row; a stored sheet stays as it is. */
  function forget(row: GridRow | undefined): void {
    if (!row || !typed.has(row.person)) return;
    if (settling?.person === row.person) {
      clearTimeout(settling.timer);
      settling = null;
    }
    put(row.person, null);
    agreed.delete(row.person);
    writes.keep(place(row.person), []);
    if (rows[at.row] === row) at = { ...at, item: 0 };
  }

  return {
    get view(): GridView | null {
      return view;
    },
    /** The rows that are shown. */
    get rows(): readonly GridRow[] {
      return rows;
    },
    get at(): Place {
      return at;
    },
    /** The person of the present row. */
    get row(): GridRow | null {
      return rows[at.row] ?? null;
    },
    /** Where something is being written, and what the field begins with. */
    get writing(): { row: number; item: number; text: string } | null {
      return writing;
    },
    take,
    /** Leaves the field as it was. */
    leaveField(): void {
      writing = null;
    },
    /** The items of a row. */
    items: itemsOf,
    /** Whether a row has a sheet of another version only. */
    elsewhere: (row: GridRow): boolean => !again && row.elsewhere && row.answers.length === 0,
    /** Keeps what was typed now; before a row goes on elsewhere. */
    keepNow: (): Promise<unknown> => writes.flush(),
    /** The present item in the wording of the present person. */
    get item(): ItemView | null {
      return view?.wordings[rows[at.row]?.wording ?? 0]?.[at.item] ?? null;
    },
    /** A stored sheet that would change, and the key that was typed. */
    get asking(): { row: GridRow; code: string } | null {
      return asking;
    },
    get problem(): string {
      return problem;
    },
    /** How many rows were completed since the screen was opened. */
    get finished(): number {
      return finished;
    },
    /** Whether some sheets are being typed a second time. */
    get again(): boolean {
      return again;
    },
    /** The second typing of a person. */
    second: (person: string): SecondRow | undefined => second(person),
    /** What stands in a row, a code an item. */
    codes,
    /** How far a row is. */
    state(row: GridRow): RowState {
      if (typed.get(row.person)?.some(typedIn)) return stored(row).length > 0 ? 'changing' : 'typing';
      return stored(row).length > 0 ? 'stored' : 'empty';
    },
    go,
    enter,
    forget,
    /** The grid lost the focus: a complete row is stored. */
    blur: () => leave(rows[at.row]),
    /** Handles a key of the grid; true if it meant something. */
    key(event: KeyboardEvent): boolean {
      const row = rows[at.row];
      const format = row && itemsOf(row)[at.item]?.format;
      const meant = format ? readKey(event, format) : null;
      if (!meant || !row || !format) return false;
      if (meant.kind === 'set') set(meant.code);
      else if (meant.kind === 'toggle') set(toggled(format, codes(row)[at.item] ?? '', meant.key), true);
      else if (meant.kind === 'write') write(meant.text);
      else if (meant.kind === 'move') move(meant.to);
      else if (meant.kind === 'finish') finish();
      else if (meant.kind === 'clear') {
        if (typed.has(row.person)) set('');
      } else if (held(row)) forget(row);
      return true;
    },
    /** Answers the question about a stored sheet. */
    answer(correct: boolean): void {
      const about = asking;
      asking = null;
      if (!correct || !about) return;
      agreed.add(about.row.person);
      set(about.code);
    },
    /** Goes over to the second typing, or back. */
    async turn(): Promise<void> {
      leave(rows[at.row]);
      unsettle();
      await writes.flush();
      await load(false);
      again = !again;
      putAll(
        again
          ? (view?.second ?? []).map((one) => ({ person: one.person, list: one.typed }))
          : (view?.rows ?? []).map((row) => ({ person: row.person, list: row.draft })),
      );
      enter(
        Math.max(
          0,
          rows.findIndex((row) => !full(codes(row))),
        ),
      );
    },
    /** Reads now and after each change, and leaves nothing behind when the screen closes; use in an `$effect`. */
    follow(): () => void {
      void load(true);
      const stop = onChanged(TABLES, () => void load(false));
      return () => {
        stop();
        const left = rows[at.row];
        unsettle();
        leave(left);
        void writes.flush();
      };
    },
  };
}
