import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Figure from './Figure.svelte';
import type { FigureView } from './types';

const figure: FigureView = {
  title: 'Up on 1 of 1 competencies, down on none',
  alt: 'Collaboration: 1, then 3.',
  note: 'Ring: baseline.',
  scene: {
    width: 300,
    height: 40,
    marks: [
      { kind: 'line', x1: 0, y1: 0, x2: 9, y2: 0, ink: 'after', weight: 1.5, dashed: false },
      { kind: 'circle', x: 0, y: 0, r: 4, ink: 'before', fill: 'paper', weight: 1.4 },
      {
        kind: 'box',
        x: 0,
        y: 0,
        width: 5,
        height: 5,
        ink: 'quiet',
        fill: 'paper',
        weight: 1,
        dashed: true,
      },
      { kind: 'label', x: 0, y: 9, text: '+2', anchor: 'end', ink: 'text', size: 9, bold: true },
    ],
  },
  table: { heads: ['Competency', 'Baseline'], rows: [['Collaboration', '1']], numeric: [1] },
  numbered: false,
};

it('draws every kind of mark, in the inks of the theme', () => {
  const { container } = render(Figure, { figure });
  const svg = container.querySelector('svg');
  expect([...(svg?.children ?? [])].map((mark) => mark.tagName)).toEqual(['line', 'circle', 'rect', 'text']);
  expect(svg?.querySelector('circle')?.getAttribute('class')).toContain('fill-paper');
  expect(svg?.querySelector('text')?.getAttribute('text-anchor')).toBe('end');
  expect(screen.getByRole('img', { name: figure.alt })).toBeTruthy();
});

it('shows the same data as a table', async () => {
  render(Figure, { figure });
  await fireEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('rowheader', { name: 'Collaboration' })).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});
