import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import DateField from './DateField.svelte';

it('reads days on a system that names no region', async () => {
  const onpick = vi.fn();
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('C');
  render(DateField, { label: 'Agreed on', value: '', onpick });
  const field = screen.getByLabelText('Agreed on');
  await fireEvent.input(field, { target: { value: '3 Nov 2026' } });
  await fireEvent.change(field);
  expect(onpick).toHaveBeenCalledWith('2026-11-03');
  vi.restoreAllMocks();
});
