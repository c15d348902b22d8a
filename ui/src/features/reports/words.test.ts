import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRouter } from '$lib/router';
import { section } from './testing';
import {
  KINDS,
  fileName,
  groupsWord,
  isKind,
  kindText,
  kindWord,
  recordLink,
  recordName,
  sectionOf,
} from './words';

let stop: () => void;
beforeAll(() => {
  location.hash = '#/c/here/reports';
  stop = startRouter({
    reports: '/c/:cohort/reports',
    person: '/c/:cohort/people/:person',
    session: '/c/:cohort/sessions/:session',
    project: '/c/:cohort/projects/:project',
    results: '/c/:cohort/assessments/results',
    outcomes: '/c/:cohort/outcomes',
    inputs: '/c/:cohort/model/inputs',
    curriculum: '/curriculum',
  });
});
afterAll(() => stop());

const record = { cohort: 'there', id: 'x', mark: 'N01', name: 'Ana' };

describe('a record behind a figure', () => {
  it.each([
    ['person', '#/c/there/people/x'],
    ['session', '#/c/there/sessions/x'],
    ['project', '#/c/there/projects/x'],
    ['results', '#/c/there/assessments/results?instrument=x'],
    ['outcomes', '#/c/there/outcomes'],
    ['inputs', '#/c/there/model/inputs'],
    ['curriculum', '#/curriculum'],
  ])('of kind %s opens where it is kept, in its own cohort', (kind, to) => {
    expect(recordLink({ ...record, kind })).toBe(to);
  });
  it('of the program opens in the cohort that is open', () => {
    expect(recordLink({ ...record, kind: 'outcomes', cohort: '' })).toBe('#/c/here/outcomes');
  });
  it('of a kind of a later version leads nowhere', () => {
    expect(recordLink({ ...record, kind: 'moon' })).toBeNull();
  });
  it('is called by its name, or by its kind', () => {
    expect(recordName({ ...record, kind: 'person' })).toBe('Ana');
    expect(recordName({ ...record, kind: 'inputs', name: '' })).toBe('Partners and hours');
  });
});

describe('words', () => {
  it('exist for every kind', () => {
    for (const kind of KINDS) {
      expect(kindWord(kind)).not.toMatch(/^reports-/);
      expect(kindText(kind)).not.toMatch(/^reports-/);
    }
    expect(isKind('funder')).toBe(true);
    expect(isKind('data')).toBe(false);
  });
  it('say how large a group must be, or that there is none', () => {
    expect(groupsWord({ audience: 'public', people: 10 })).toContain('10');
    expect(groupsWord({ audience: 'participant', people: null })).not.toMatch(/\d/);
  });
  it('name files as every file system takes them', () => {
    expect(fileName('PSC 26/27: "Report"?')).toBe('PSC 26 27   Report  ');
  });
});

describe('what stands in the way', () => {
  const sections = [section(), section({ key: 'more', heading: 'Overview: more' })];
  it('leads to the section that it names, the longer heading first', () => {
    expect(sectionOf('Overview: nothing is written yet.', sections)?.key).toBe('overview');
    expect(sectionOf('Overview: more: 200 words, at most 150.', sections)?.key).toBe('more');
  });
  it('leads nowhere when it is about the whole', () => {
    expect(sectionOf('12 pages, at most 10.', sections)).toBeNull();
  });
});
