import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { route, startRouter } from '$lib/router';
import type { Action } from '../actions';
import { paths } from '../routes';
import Palette from './Palette.svelte';
import { fitting } from './palette.svelte';

const actions: Action[] = [
  { id: 'roster', does: 'Import roster…', words: 'csv excel', run: vi.fn() },
  { id: 'person', does: 'Add person', run: vi.fn() },
  { id: 'dark', does: 'Colours: Dark', rare: true, run: vi.fn() },
];
const ids = (typed: string) => fitting(actions, typed).map((action) => action.id);

describe('what can be done', () => {
  it('is all of it without what is rare, until something is typed', () => {
    expect(ids(' ')).toEqual(['roster', 'person']);
    expect(ids('dark')).toEqual(['dark']);
    expect(ids('EXCEL')).toEqual(['roster']);
    expect(ids('add imp')).toEqual([]);
  });
});

const people = [
  {
    kind: 'person',
    id: 'p1',
    cohort: 'c1',
    mark: 'PSC',
    code: 'N01',
    name: 'Søren Ł',
    more: 'Library',
    sample: false,
  },
  {
    kind: 'cohort',
    id: 'c2',
    cohort: 'c2',
    mark: 'SC',
    code: 'SC',
    name: 'Soren cohort',
    more: '',
    sample: true,
  },
  {
    kind: 'person',
    id: 'p2',
    cohort: 'c2',
    mark: 'SC',
    code: 'N02',
    name: 'Sorena',
    more: 'Museum',
    sample: true,
  },
];

describe('the palette', () => {
  let stop: () => void;
  beforeEach(() => {
    location.hash = '#/c/c1';
    stop = startRouter(paths);
    Element.prototype.scrollIntoView = vi.fn();
  });
  afterEach(() => {
    stop();
    forget();
  });

  const over = { keys: vi.fn(), help: vi.fn() };
  async function typed(text: string): Promise<HTMLElement> {
    const field = screen.getByRole('combobox');
    await fireEvent.input(field, { target: { value: text } });
    await vi.waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
    await tick();
    return field;
  }
  const chosen = () => {
    const at = screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '';
    const line = document.getElementById(at);
    expect(line?.getAttribute('aria-selected')).toBe('true');
    return line?.textContent?.replace(/\s+/g, ' ').trim();
  };

  it('lists records in groups, walks them with the arrows and opens one with Enter', async () => {
    const calls = answer({ find: ({ text }) => (text === 'sor' ? people : []) });
    render(Palette, { open: true, over });
    const field = await typed('sor');
    await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
    expect(calls.at(-1)?.args).toEqual({ text: 'sor', cohort: 'c1' });
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'People',
      'Cohorts',
    ]);
    expect(chosen()).toBe('N01 Søren Ł Library');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(chosen()).toBe('N02 Sorena Museum · SC · sample');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(chosen()).toBe('SC Soren cohort sample');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(route.now?.params).toEqual({ cohort: 'c2', person: 'p2' });
  });

  it('says when nothing fits and when nothing could be looked up', async () => {
    answer({
      find: ({ text }) => {
        if (text === '') return [];
        throw { code: 'database', details: { detail: 'busy' } };
      },
    });
    render(Palette, { open: true, over });
    await fireEvent.input(screen.getByRole('combobox'), { target: { value: 'zzz' } });
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('busy'));
    expect(document.body.textContent).toContain('“zzz”');
    expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBeNull();
  });
});
