import { describe, expect, it } from 'vitest';
import type { ModuleLine } from '$lib/ipc';
import { fieldWord, isShown, said, stateWord, versionWord } from './curriculum.svelte';

const line = (over: Partial<ModuleLine> = {}): ModuleLine => ({
  id: '1',
  title: 'Giving and taking feedback',
  purpose: 'People can say what they saw.',
  minutes: 65,
  competencies: ['Communicating Effectively'],
  state: 'published',
  version: 1,
  used: 0,
  undecided: false,
  sample: false,
  ...over,
});

describe('the list of modules', () => {
  it('finds a module by its title, its competencies and its purpose, without case', () => {
    for (const typed of ['', 'FEED', 'effectively', 'saw', 'taking comm']) {
      expect(isShown(line(), 'all', typed), typed).toBe(true);
    }
    expect(isShown(line(), 'all', 'juggling')).toBe(false);
  });

  it('tells what is published from what is being worked on; a begun next version is both', () => {
    const shown = (one: ModuleLine) => [isShown(one, 'published', ''), isShown(one, 'drafts', '')];
    expect(shown(line())).toEqual([true, false]);
    expect(shown(line({ state: 'draft', version: null }))).toEqual([false, true]);
    expect(shown(line({ state: 'redrafted' }))).toEqual([true, true]);
  });
});

describe('the words of a module', () => {
  it('exist for every field and every state', () => {
    const fields = ['title', 'purpose', 'minutes', 'competencies', 'materials', 'notes'] as const;
    for (const field of [...fields, 'application', 'licence', 'source'] as const) {
      expect(fieldWord(field)).not.toMatch(/^module-/);
    }
    for (const state of ['draft', 'published', 'redrafted'] as const) {
      expect(stateWord(state)).not.toMatch(/^module-/);
    }
    for (const state of ['current', 'superseded', 'undecided', 'set-aside'] as const) {
      expect(versionWord(state)).not.toMatch(/^module-/);
    }
  });

  it('are those of the field, minutes as digits and competencies one a line', () => {
    const text = {
      title: 'A',
      purpose: 'B',
      minutes: null,
      competencies: ['C', 'D'],
      materials: '',
      notes: '',
      application: '',
      licence: '',
      source: '',
    };
    expect([said(text, 'minutes'), said(text, 'competencies'), said(text, 'title')]).toEqual([
      '',
      'C\nD',
      'A',
    ]);
    expect(said({ ...text, minutes: 45 }, 'minutes')).toBe('45');
  });
});
