import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import Pages from './Pages.svelte';
import Spots from './Spots.svelte';
import { report } from './testing';

it('turns pages and stops at the first and the last', async () => {
  render(Pages, { view: report(), onfigure: () => undefined });
  const [next, previous] = ['Next page', 'Previous page'].map((name) => screen.getByRole('button', { name }));
  expect(screen.getByRole('status').textContent).toBe('Page 1 of 2');
  expect(previous?.hasAttribute('disabled')).toBe(true);
  await fireEvent.click(next!);
  expect(screen.getByRole('status').textContent).toBe('Page 2 of 2');
  expect(next?.hasAttribute('disabled')).toBe(true);
});

it('keeps its place when the report loses pages', async () => {
  const page = render(Pages, { view: report(), onfigure: () => undefined });
  await fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await page.rerender({ view: report({ pages: report().pages.slice(0, 1) }) });
  expect(screen.getByRole('status').textContent).toBe('Page 1 of 1');
});

it('lays a button over each number, with its name and value, walked by arrows', async () => {
  const [first] = report().pages;
  const spot = first!.spots[0]!;
  const page = { ...first!, spots: [spot, { ...spot, key: 'gone', y: 400 }] };
  const opened = vi.fn();
  render(Spots, { page, label: 'Page 1', figures: report().figures, scale: 1, onopen: opened });
  const enrolled = screen.getByRole('button', { name: 'People enrolled: 25' });
  const other = screen.getByRole('button', { name: 'A figure that stands for itself' });
  expect([enrolled.style.left, enrolled.style.top, enrolled.style.width, enrolled.style.height]).toEqual([
    '10%',
    '10%',
    '5%',
    '2%',
  ]);
  expect([enrolled.tabIndex, other.tabIndex]).toEqual([0, -1]);
  enrolled.focus();
  await fireEvent.keyDown(enrolled, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(other);
  expect([enrolled.tabIndex, other.tabIndex]).toEqual([-1, 0]);
  await fireEvent.click(other);
  expect(opened).toHaveBeenCalledWith('gone');
});
