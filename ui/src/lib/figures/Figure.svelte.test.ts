import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Figure from './Figure.svelte';
import type { FigureView } from './types';

const frame = (y: number) => ({ x: 0, y, width: 200, height: 18 });
const figure: FigureView = {
  title: 'Up on 2 of 2 competencies',
  alt: 'Influence: 2, then 4. Collaboration: 3, then 4.',
  note: '',
  scene: { width: 200, height: 40, marks: [] },
  table: {
    heads: ['Competency', 'Baseline', 'End'],
    rows: [
      ['Influence', '2', '4'],
      ['Collaboration', '3', '4'],
    ],
    numeric: [1, 2],
  },
  frames: [frame(0), frame(18)],
  numbered: false,
};

function shown() {
  const { container } = render(Figure, { figure });
  const button = screen.getByRole('button', { name: 'Row by row' });
  const press = (key: string) => fireEvent.keyDown(button, { key });
  const said = () => screen.getByRole('status').textContent?.trim();
  const place = () => container.querySelector('rect.here')?.getAttribute('y');
  return { button, press, said, place };
}

describe('a figure by keyboard', () => {
  it('says row after row and shows where it is', async () => {
    const { press, said, place } = shown();
    expect(said()).toBe('');
    expect(place()).toBeUndefined();
    await press('ArrowDown');
    expect(said()).toBe('1 of 2. Influence: Baseline 2, End 4');
    await press('ArrowDown');
    expect(said()).toBe('2 of 2. Collaboration: Baseline 3, End 4');
    expect(place()).toBe('18');
    await press('ArrowDown');
    expect(said()).toMatch(/^2 of 2/);
    await press('Home');
    expect(place()).toBe('0');
  });

  it('goes along a row and keeps its column on the way down', async () => {
    const { press, said } = shown();
    await press('ArrowDown');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(said()).toBe('1 of 2. Influence: End 4');
    await press('ArrowRight');
    await press('ArrowDown');
    expect(said()).toBe('2 of 2. Collaboration: End 4');
  });

  it('reads by click too, and forgets its place when left', async () => {
    const { button, said, place } = shown();
    await fireEvent.click(button);
    await fireEvent.click(button);
    expect(said()).toMatch(/^2 of 2/);
    await fireEvent.click(button);
    expect(said()).toMatch(/^1 of 2/);
    await fireEvent.blur(button);
    expect(said()).toBe('');
    expect(place()).toBeUndefined();
  });

  it('leaves other keys alone', () => {
    const { button, said } = shown();
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', ctrlKey: true, cancelable: true });
    button.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(said()).toBe('');
  });
});
