import { afterEach, describe, expect, it } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { told } from '$lib/tell.svelte';
import { notesOf } from './noting.svelte';
import { runOf } from './running.svelte';
import { blockOf, repairOf, runViewOf } from './samples.test-data';
import { stepsOf } from './steps.svelte';
import type { RunView } from '$lib/ipc';

function shell(view: RunView, more: Parameters<typeof answer>[0] = {}) {
  const state = { view };
  const ok = () => null;
  const calls = answer({
    run_view: () => state.view,
    block_next: () => {
      state.view = runViewOf({
        current: 1,
        next: 2,
        blocks: [blockOf('One', { done: true }), blockOf('Two', { end: '10:05' }), blockOf('Three')],
      });
      return null;
    },
    block_more: ok,
    session_pause: ok,
    session_resume: ok,
    repair_apply: ok,
    note_add: () => 'note',
    draft_keep: ok,
    draft_get: () => ({ place: '', value: 'half a sen', at: '' }),
    ...more,
  });
  const run = runOf(() => 'session');
  return { run, steps: stepsOf(run), calls, state, named: () => calls.map((call) => call.command) };
}

const lastSaid = () => told.said.at(-1)?.text;
afterEach(forget);

describe('a running session', () => {
  it('is read once more for all who ask while it is read', async () => {
    const { run, named } = shell(runViewOf());
    await Promise.all([run.read(), run.read(), run.read()]);
    expect(named().length).toBeLessThanOrEqual(2);
    expect(run.view?.state).toBe('running');
  });

  it('takes one step for two presses of a key', async () => {
    const { run, steps, named } = shell(runViewOf());
    await run.read();
    await Promise.all([steps.next(), steps.next()]);
    expect(named().filter((command) => command === 'block_next')).toHaveLength(1);
    expect(lastSaid()).toBe('Now: Two, 30 minutes, until 10:05.');
  });

  it('says why a step was not taken, and keeps what it shows', async () => {
    const refuse = () => {
      throw { code: 'read-only', details: {} };
    };
    const { run, steps } = shell(runViewOf(), { block_more: refuse });
    await run.read();
    await steps.more();
    expect(run.refused).toContain('cannot be written');
    expect(run.view?.current).toBe(0);
    await steps.next();
    expect(run.refused).toBe('');
  });

  it('pauses with the key that goes on again', async () => {
    const { run, steps, state, calls } = shell(runViewOf());
    await run.read();
    await steps.pause();
    expect(calls.at(-2)).toMatchObject({ command: 'session_pause', args: { since: null } });
    state.view = runViewOf({ paused_at: '2026-10-05T09:10:00Z' });
    await run.read();
    await steps.pause();
    expect(calls.at(-2)).toMatchObject({ command: 'session_resume', args: { forgive: true } });
  });

  it('puts a repair off until the block changes or more is missing', async () => {
    const { run, steps, state } = shell(runViewOf({ repair: repairOf() }));
    await run.read();
    expect([steps.repairing, steps.chosen]).toEqual([true, 'shrink']);
    steps.notNow();
    expect(steps.repairing).toBe(false);
    state.view = runViewOf({ repair: repairOf({ shift: { fits: false, over: 13, ends: '16:58' } }) });
    await run.read();
    expect(steps.repairing).toBe(true);
  });

  it('applies the repair that is chosen, or the proposed one if that is gone', async () => {
    const { run, steps, state, calls } = shell(runViewOf({ repair: repairOf() }));
    await run.read();
    steps.chosen = 'drop';
    expect(steps.chosen).toBe('drop');
    state.view = runViewOf({ repair: repairOf({ drop: null }) });
    await run.read();
    await steps.repair();
    expect(calls.find((call) => call.command === 'repair_apply')?.args.kind).toBe('shrink');
  });

  it('lists keys for what can be done', async () => {
    const { run, steps, state } = shell(runViewOf({ state: 'planned', current: null, clock: null }));
    await run.read();
    expect(steps.keys().map((line) => line.keys)).toEqual(['S']);
    state.view = runViewOf({ repair: repairOf() });
    await run.read();
    expect(steps.keys().map((line) => line.keys)).toEqual(['N', '+', 'Space', 'R']);
    state.view = runViewOf({ state: 'ended', current: null, clock: null });
    await run.read();
    expect(steps.keys()).toEqual([]);
  });
});

describe('the quick note', () => {
  it('comes back as it was being typed, and is emptied once it is kept', async () => {
    const { run, calls } = shell(runViewOf());
    await run.read();
    const notes = notesOf(() => 'session', run);
    const stop = notes.restore();
    await new Promise((done) => setTimeout(done));
    expect(notes.text).toBe('half a sen');
    notes.text = 'half a sentence';
    await notes.keep();
    expect(calls.find((call) => call.command === 'note_add')?.args.text).toBe('half a sentence');
    expect(notes.text).toBe('');
    expect(calls.findLast((call) => call.command === 'draft_keep')?.args).toEqual({
      place: 'note:session',
      value: '',
    });
    stop();
  });
});
