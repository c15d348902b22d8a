import { describe, expect, it } from 'vitest';
import { readKey } from './keys';

const FIVE = [1, 2, 3, 4, 5];
const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  readKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, FIVE);

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
