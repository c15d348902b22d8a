import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import DateField from './DateField.svelte';
import TextField from './TextField.svelte';

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
function leave(field: HTMLInputElement): void {
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('what stands in a field', () => {
  it('is told when the field is left, though the screen was read again meanwhile', async () => {
    const onleave = vi.fn();
    const { container, rerender } = render(TextField, { label: 'Funder', value: '', onleave });
    const field = container.querySelector('input')!;
    field.focus();
    type(field, 'IMLS');
    await rerender({ value: '' });
    field.value = 'IMLS';
    leave(field);
    expect(onleave).toHaveBeenCalledWith('IMLS');
  });

  it('is not taken away by the saving of what stood in it before', async () => {
    let saved = (): void => undefined;
    const onleave = vi.fn(() => new Promise<boolean>((done) => (saved = () => done(true))));
    const { container, rerender } = render(TextField, { label: 'Given name', value: 'Luis', onleave });
    const field = container.querySelector('input')!;
    type(field, '');
    leave(field);
    type(field, 'Bartho');
    await rerender({ value: '' });
    saved();
    await tick();
    expect(field.value).toBe('Bartho');
    leave(field);
    await rerender({ value: 'Bartho' });
    saved();
    await tick();
    await rerender({ value: 'Luis' });
    expect(field.value, 'undone elsewhere').toBe('Luis');
  });

  it('is a day, though the screen was read again meanwhile', async () => {
    const onpick = vi.fn();
    const { container, rerender } = render(DateField, { label: 'First day', value: '', onpick });
    const field = container.querySelector('input')!;
    field.focus();
    type(field, '1 Oct 2026');
    await rerender({ value: '' });
    leave(field);
    expect(onpick).toHaveBeenCalledWith('2026-10-01');
    await tick();
    expect(field.value).toBe('Oct 1, 2026');
  });
});
