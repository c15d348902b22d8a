import { describe, expect, it } from 'vitest';
import type { FollowUpView, OutcomeEvidenceView } from '$lib/ipc';
import { evidenceFacts, followUpDays, followUpName, followUpSheets } from './outcomes.svelte';

const follow: FollowUpView = {
  id: '1',
  moment: 'follow-up-weeks',
  title: '',
  weeks: 0,
  opens: '2026-10-28',
  closes: '2026-11-25',
  state: 'due',
  done: null,
  by_hand: false,
  assessment: false,
  sheets: 0,
};

describe('a follow-up', () => {
  it('says its window, its day when done, and that it has no days without a last day', () => {
    expect(followUpDays(follow)).toContain('28');
    expect(followUpDays(follow)).toContain('25');
    expect(followUpDays({ ...follow, done: '2026-11-03' })).toContain('3');
    expect(followUpDays({ ...follow, opens: null, closes: null })).not.toMatch(/\d/);
  });
  it('is called by its moment or by its own name', () => {
    expect(followUpName(follow)).toMatch(/weeks/);
    expect(followUpName({ ...follow, moment: null, title: 'Reunion' })).toBe('Reunion');
  });
  it('tells sheets from a plan without any', () => {
    expect(followUpSheets(follow)).toBe('');
    const planned = followUpSheets({ ...follow, assessment: true });
    expect(planned).not.toBe('');
    expect(followUpSheets({ ...follow, assessment: true, sheets: 3 })).toContain('3');
  });
});

describe('evidence', () => {
  const evidence: OutcomeEvidenceView = {
    id: '1',
    date: '2026-11-02',
    what: 'One desk',
    witness: '',
    link: '',
    file: null,
    quote: 'not-asked',
    person: '',
    person_name: '',
    cohort: 'c',
    author: 'Ana',
    corrected: false,
    double: false,
  };
  it('says plainly what is missing', () => {
    expect(evidenceFacts(evidence)).toHaveLength(3);
    const more = { ...evidence, witness: 'Chair', person_name: 'Zoë', cohort: '', corrected: true };
    expect(evidenceFacts(more)).toHaveLength(6);
    expect(evidenceFacts(more).join(' ')).toContain('Chair');
  });
});
