import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startRouter } from '$lib/router';
import Sections from './Sections.svelte';
import Stale from './Stale.svelte';
import { FUNDER, report, section } from './testing';

let stop: () => void;
beforeAll(() => {
  location.hash = '#/c/c/reports/funder';
  stop = startRouter({
    report: '/c/:cohort/reports/:kind',
    'report-write': '/c/:cohort/reports/:kind/write/:section',
  });
});
afterAll(() => stop());

describe('the sections', () => {
  it('say how many are printed, lead to where they are written, and are left out by a tick', async () => {
    const chosen = vi.fn();
    const view = report({
      sections: [section({ words: 120 }), section({ key: 'need', heading: 'Need', ask: null })],
    });
    render(Sections, { which: FUNDER, view, onchoose: chosen });
    expect(screen.getByText('2 of 2, 2 pages')).toBeTruthy();
    expect(screen.getByText('120 of 150 words')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Write: Overview' }).getAttribute('href')).toBe(
      '#/c/c/reports/funder/write/overview',
    );
    expect(screen.queryByRole('link', { name: 'Write: Need' })).toBeNull();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Need' }));
    expect(chosen).toHaveBeenCalledWith({ section: { key: 'need', included: false } });
  });

  it('list what stands in the way, each with the way there if there is one', () => {
    const problems = ['Overview: nothing is written yet.', '12 pages, at most 10.'];
    render(Sections, { which: FUNDER, view: report({ problems }), onchoose: () => undefined });
    expect(screen.getByText('2 things stand in the way')).toBeTruthy();
    expect(screen.getByRole('link', { name: problems[0]! })).toBeTruthy();
    expect(screen.queryByRole('link', { name: problems[1]! })).toBeNull();
  });
});

describe('stale figures', () => {
  const gone = { name: 'Visits', written: '7', now: null };
  it('say what they were and are, and are put right on demand', async () => {
    const refreshed = vi.fn();
    const lines = [{ name: 'Enrolled', written: '24', now: '25' }, gone];
    render(Stale, { lines, busy: false, onrefresh: refreshed });
    expect(screen.getByText('Enrolled: was 24, is 25')).toBeTruthy();
    expect(screen.getByText('Visits: was 7, is gone or may not be printed')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Use the figures of today' }));
    expect(refreshed).toHaveBeenCalledOnce();
  });
  it('that are gone have no figure of today', () => {
    render(Stale, { lines: [gone], busy: false, onrefresh: () => undefined });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
