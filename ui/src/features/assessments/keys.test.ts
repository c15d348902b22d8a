import { describe, expect, it } from 'vitest';
import type { FormatView } from '$lib/ipc';
import { readKey } from './keys';

const FIVE: FormatView = {
  kind: 'rating',
  points: [1, 2, 3, 4, 5].map((point) => ({ point, text: '' })),
};
const press = (key: string, held: Partial<KeyboardEvent> = {}, format: FormatView = FIVE) =>
  readKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, format);

describe('a key of the grid', () => {
  it('sets an answer', () => {
    expect(press('4')).toEqual({ kind: 'set', code: '4' });
    expect(press('0')).toEqual({ kind: 'set', code: '0' });
    expect(press('-')).toEqual({ kind: 'set', code: '-' });
    expect(press('U')).toEqual({ kind: 'set', code: '?' });
    expect(press('?')).toEqual({ kind: 'set', code: '?' });
  });

  it('keeps what stands on paper off the scale as unreadable', () => {
    expect(press('7')).toEqual({ kind: 'set', code: '?7' });
  });

  it('leaves alone what is not meant for the grid', () => {
    for (const key of ['a', 'Tab', 'F1', ' ', '42']) expect(press(key)).toBeNull();
    expect(press('1', { ctrlKey: true })).toBeNull();
    expect(press('z', { metaKey: true })).toBeNull();
  });
});

describe('a key at an item of another format', () => {
  const choices = [
    { key: 'yes', text: 'Yes' },
    { key: 'no', text: 'No' },
  ];

  it('takes a choice by its letter', () => {
    expect(press('b', {}, { kind: 'one', choices })).toEqual({ kind: 'set', code: '=no' });
    expect(press('c', {}, { kind: 'one', choices })).toEqual({ kind: 'set', code: '?c' });
    expect(press('u', {}, { kind: 'one', choices })).toEqual({ kind: 'set', code: '?' });
    expect(press('A', {}, { kind: 'several', choices })).toEqual({ kind: 'toggle', key: 'yes' });
    expect(press(' ', {}, { kind: 'several', choices })).toEqual({ kind: 'move', to: 'on' });
    expect(press('3', {}, { kind: 'several', choices })).toBeNull();
  });

  it('opens the field of a number or of words', () => {
    const number: FormatView = { kind: 'number', low: null, high: null, unit: '' };
    expect(press('0', {}, number)).toEqual({ kind: 'write', text: '0' });
    expect(press('-', {}, number)).toEqual({ kind: 'write', text: '-' });
    expect(press('u', {}, { kind: 'text', long: true })).toEqual({ kind: 'write', text: 'u' });
    expect(press('Enter', {}, number)).toEqual({ kind: 'finish' });
    expect(press('ArrowLeft', {}, number)).toEqual({ kind: 'move', to: 'left' });
  });
});
