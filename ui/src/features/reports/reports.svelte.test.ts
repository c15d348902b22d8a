import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WhichReport } from '$lib/ipc';
import { answer, forget, pretendChanged, type Args } from '$lib/ipc/testing';
import { startRouter } from '$lib/router';
import { asked, pagesLink, reportOf, writeLink } from './reports.svelte';
import { FUNDER, report } from './testing';

const settle = () => vi.advanceTimersByTimeAsync(0);
const changed = () => pretendChanged({ tables: ['report'], rows: [] });

let end: (() => void) | undefined;
let which = $state<WhichReport>(FUNDER);

function following() {
  const found = reportOf(() => which);
  end = $effect.root(() => {
    $effect(found.follow);
  });
  flushSync();
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  which = FUNDER;
});
afterEach(() => {
  end?.();
  vi.useRealTimers();
  forget();
});

describe('a report', () => {
  it('is made once, and once more after changes that come in a row', async () => {
    const calls = answer({ report_preview: () => report() });
    const found = following();
    expect([found.ready, found.view]).toEqual([false, null]);
    await settle();
    expect([found.ready, found.view?.mark]).toEqual([true, 'PSC']);
    changed();
    changed();
    changed();
    await vi.advanceTimersByTimeAsync(250);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(calls).toHaveLength(2);
  });

  it('is made anew after a choice, which leaves the others as they are', async () => {
    let audience: 'funder' | 'public' = 'funder';
    const calls = answer({
      report_preview: () => report({ audience }),
      report_choose: ({ chosen }: Args) => {
        audience = (chosen as { audience: 'public' }).audience;
        changed();
        return null;
      },
    });
    const found = following();
    await settle();
    await found.choose({ audience: 'public' });
    const sent = calls.find((call) => call.command === 'report_choose')?.args;
    expect(sent?.chosen).toEqual({ audience: 'public', sheet: null, section: null });
    await vi.advanceTimersByTimeAsync(400);
    expect(found.view?.audience).toBe('public');
  });

  it('says why a choice was refused, and shows what is stored', async () => {
    const calls = answer({
      report_preview: () => report(),
      report_choose: () => {
        throw { code: 'not-found', details: { what: 'section', key: 'x' } };
      },
    });
    const found = following();
    await settle();
    await found.choose({ section: { key: 'x', included: false } });
    expect(found.problem).toContain('section');
    expect(calls.filter((call) => call.command === 'report_preview')).toHaveLength(2);
  });

  it('of another address takes the place of the one under way, whose pages are not shown', async () => {
    let first: (view: unknown) => void = () => undefined;
    const calls = answer({
      task_stop: () => null,
      report_preview: ({ which: meant }: Args) =>
        (meant as WhichReport).kind === 'funder'
          ? new Promise((done) => (first = done))
          : report({ mark: 'statements' }),
    });
    const found = following();
    await settle();
    which = { ...FUNDER, kind: 'statements' };
    flushSync();
    await settle();
    expect(calls.map((call) => call.command)).toContain('task_stop');
    first(report({ mark: 'late' }));
    await settle();
    expect(found.view?.mark).toBe('statements');
  });

  it('that takes long says so, and says that it was stopped', async () => {
    let refuse: (thrown: unknown) => void = () => undefined;
    answer({
      task_stop: () => {
        refuse({ code: 'stopped', details: {} });
        return null;
      },
      report_preview: () => new Promise((_, no) => (refuse = no)),
    });
    const found = following();
    await vi.advanceTimersByTimeAsync(900);
    expect(found.progress).toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    expect(found.progress).toEqual({ done: undefined, of: 0 });
    found.stop();
    await settle();
    expect([found.stopped, found.problem, found.progress]).toEqual([true, '', null]);
  });

  it('that cannot be made says why', async () => {
    answer({
      report_preview: () => {
        throw { code: 'report', details: { detail: 'no glyph' } };
      },
    });
    const found = following();
    await settle();
    expect([found.ready, found.stopped]).toEqual([true, false]);
    expect(found.problem).toContain('no glyph');
  });
});

describe('an address', () => {
  it('says which report is meant, and leads back to it', () => {
    const stop = startRouter({
      report: '/c/:cohort/reports/:kind',
      'report-write': '/c/:cohort/reports/:kind/write/:section',
    });
    const meant: WhichReport = { cohort: 'c', whole: true, kind: 'funder', template: 'imls', about: '' };
    location.hash = '#/c/c/reports/funder?template=imls&whole=1';
    dispatchEvent(new Event('hashchange'));
    expect(asked()).toEqual(meant);
    expect(pagesLink('funder', meant)).toBe(location.hash);
    expect(writeLink(meant, 'overview')).toBe('#/c/c/reports/funder/write/overview?template=imls&whole=1');
    location.hash = '#/c/c/reports/moon';
    dispatchEvent(new Event('hashchange'));
    expect(asked()).toBeNull();
    stop();
  });
});
