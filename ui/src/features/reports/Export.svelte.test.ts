import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IssuedLine } from '$lib/ipc';
import { answer, forget } from '$lib/ipc/testing';
import { told } from '$lib/tell.svelte';
import Export from './Export.svelte';
import { FUNDER, report } from './testing';

HTMLDialogElement.prototype.showModal ??= vi.fn();
afterEach(forget);

const line: IssuedLine = {
  id: 'first',
  kind: 'funder',
  title: 'Prairie State cohort',
  cohort: 'PSC',
  audience: 'funder',
  to: 'The foundation',
  as_of: '2027-06-18',
  issued: '2027-06-19T10:00:00-05:00',
  author: 'Ana',
  pages: 9,
  size: 210_000,
  hash: '0123456789ab',
  here: true,
  reason: '',
  superseded_by: '',
  same: true,
};
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

/** Chooses a line of a select. The simulated page knows no `option:checked`, which is what the binding asks for. */
async function pick(label: string, value: string): Promise<void> {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  const option = select.querySelector(`option[value="${value}"]`);
  vi.spyOn(select, 'querySelector').mockReturnValue(option);
  await fireEvent.change(select);
}

describe('exporting', () => {
  it('asks for whom and in place of which report, and sends the reason', async () => {
    const others = [line, { ...line, id: 'old', superseded_by: 'x' }, { ...line, id: 'other', same: false }];
    const calls = answer({ file_to_save: () => 'out.pdf', report_issue: () => 'second' });
    render(Export, { which: FUNDER, view: report({ issued: others }) });
    await press(/^Export PDF/);
    const choices = [...field('In place of').querySelectorAll('option')].map((one) => one.value);
    expect(choices).toEqual(['', 'first']);
    await fireEvent.input(field('To whom'), { target: { value: 'The foundation' } });
    await pick('In place of', 'first');
    await fireEvent.input(field('Why'), { target: { value: 'One name was wrong' } });
    await fireEvent.submit(document.querySelector('form')!);
    await waitFor(() => expect(calls.map((call) => call.command)).toContain('report_issue'));
    expect(calls.find((call) => call.command === 'report_issue')?.args.input).toEqual({
      path: 'out.pdf',
      to: 'The foundation',
      supersedes: 'first',
      reason: 'One name was wrong',
    });
    await waitFor(() => expect(told.toasts.at(-1)?.text).toContain('out.pdf'));
  });

  it('keeps the questions open when no file was chosen', async () => {
    const calls = answer({ file_to_save: () => null });
    render(Export, { which: FUNDER, view: report() });
    await press(/^Export PDF/);
    expect(screen.queryByLabelText('In place of')).toBeNull();
    await fireEvent.submit(document.querySelector('form')!);
    await waitFor(() => expect(calls.map((call) => call.command)).toEqual(['file_to_save']));
    expect(field('To whom')).toBeTruthy();
  });

  it('asks nothing while something stands in the way', async () => {
    render(Export, { which: FUNDER, view: report({ problems: ['12 pages, at most 10.'] }) });
    await press(/^Export PDF/);
    expect(screen.queryByLabelText('To whom')).toBeNull();
    expect(told.said.at(-1)?.text).toBe('One thing stands in the way');
  });
});
