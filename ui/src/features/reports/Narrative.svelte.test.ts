import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import Narrative from './Narrative.svelte';

afterEach(forget);

function shown(more: { value?: string; words?: number | null } = {}) {
  answer({ draft_get: () => null, draft_keep: () => null });
  const saved: string[] = [];
  const page = render(Narrative, {
    place: 'report-text:c:funder::overview',
    label: 'Overview',
    ask: { hint: 'Need.', words: more.words ?? null, needed: false },
    value: more.value ?? '',
    text: '',
    save: (text: string) => Promise.resolve(saved.push(text)),
  });
  const field = screen.getByLabelText<HTMLTextAreaElement>('Overview');
  return { field, saved, page, put: (token: string) => page.component.put(token) };
}
const counted = (page: ReturnType<typeof shown>['page']) =>
  page.container.querySelector('[data-words]')?.textContent?.replace(/\s+/g, ' ').trim();

it('counts words, and says how many are too many without cutting', async () => {
  const { field, page } = shown({ words: 3 });
  expect(counted(page)).toBe('0 of 3 words');
  await fireEvent.input(field, { target: { value: 'We reached {enrolled: 24} leaders there' } });
  expect(counted(page)).toBe('5 of 3 words – 2 too many');
  expect(field.value).toContain('there');
});

it('puts a figure in at the caret and keeps it at once', async () => {
  const { field, saved, put } = shown({ value: 'We reached  leaders' });
  field.setSelectionRange(11, 11);
  put('{enrolled: 24}');
  expect(field.value).toBe('We reached {enrolled: 24} leaders');
  await waitFor(() => expect(saved).toEqual(['We reached {enrolled: 24} leaders']));
});

it('waits for what is on its way before it says that all is stored', async () => {
  answer({ draft_get: () => null, draft_keep: () => null });
  let finish = () => {};
  const page = render(Narrative, {
    place: 'p',
    label: 'Overview',
    ask: { hint: '', words: null, needed: false },
    value: '',
    text: '',
    save: () => new Promise<void>((done) => (finish = done)),
  });
  const field = screen.getByLabelText('Overview');
  await fireEvent.input(field, { target: { value: 'Words' } });
  await fireEvent.change(field);
  let stored = false;
  const leaving = page.component.leave().then(() => (stored = true));
  await Promise.resolve();
  expect(stored).toBe(false);
  finish();
  await leaving;
  expect(stored).toBe(true);
});
