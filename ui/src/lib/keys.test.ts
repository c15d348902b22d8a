import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatKeys, isCharacter, isTyping, pressed } from './keys';
import { keyIsOn, keys, screenKeys, setSingleKeys, takeKey, windowKeys, type KeyLine } from './keys.svelte';

function press(key: string, more: KeyboardEventInit = {}, at: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  at.dispatchEvent(event);
  return event;
}

function field(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.querySelector<HTMLElement>('[data-at]') ?? document.body;
}

describe('a key', () => {
  it.each([
    ['N', 'n', {}, true],
    ['N', 'N', { shiftKey: true }, false],
    ['N', 'n', { ctrlKey: true }, false],
    ['N', 'т', { code: 'KeyN' }, true],
    ['N', 'b', { code: 'KeyN' }, false],
    ['?', '?', { shiftKey: true }, true],
    ['+', '+', {}, true],
    ['Space', ' ', {}, true],
    ['Mod+K', 'k', { ctrlKey: true }, true],
    ['Mod+K', 'k', { metaKey: true }, true],
    ['Mod+K', 'k', {}, false],
    ['Mod+Shift+Z', 'Z', { ctrlKey: true, shiftKey: true }, true],
    ['Mod++', '+', { ctrlKey: true }, true],
    ['Alt+ArrowUp', 'ArrowUp', { altKey: true }, true],
    ['Alt+ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true }, false],
    ['F1', 'F1', {}, true],
  ] as const)('%s is pressed by %s %j: %s', (wanted, key, more, so) => {
    expect(pressed(press(key, more), wanted)).toBe(so);
  });

  it('is a character or not', () => {
    expect(['N', '+', '?', '5', 'Mod+K', 'F1', 'Space', 'Alt+N', 'Escape'].filter(isCharacter)).toEqual([
      'N',
      '+',
      '?',
      '5',
    ]);
  });

  it('is shown as on the keyboard', () => {
    expect(['Mod+K', 'Alt+ArrowUp', '+', 'Mod++', 'N', 'Space', 'F1'].map(formatKeys)).toEqual([
      'Ctrl K',
      'Alt ↑',
      '+',
      'Ctrl +',
      'N',
      'Space',
      'F1',
    ]);
  });

  it.each([
    ['<input data-at />', 'n', true],
    ['<textarea data-at></textarea>', 'Escape', true],
    ['<div contenteditable="true"><b data-at></b></div>', 'n', true],
    ['<select data-at></select>', 'n', true],
    ['<select data-at></select>', 'F2', false],
    ['<input type="checkbox" data-at />', 'n', false],
    ['<input type="radio" data-at />', 'ArrowUp', true],
    ['<button type="button" data-at></button>', ' ', true],
    ['<button type="button" data-at></button>', 'n', false],
    ['<p data-at></p>', ' ', false],
  ])('in %s, %s belongs to the field: %s', (html, key, so) => {
    expect(isTyping(press(key, {}, field(html)))).toBe(so);
  });
});

describe('the list of keys', () => {
  let stops: (() => void)[] = [];
  const listen = (event: Event) => takeKey(event as KeyboardEvent);
  function list(lines: KeyLine[], where = screenKeys, title = 'Here'): void {
    stops.push(where(title, () => lines));
  }
  addEventListener('keydown', listen);
  afterEach(() => {
    for (const stop of stops) stop();
    stops = [];
    setSingleKeys(true);
    document.body.innerHTML = '';
  });

  it('acts, and never while somebody types', () => {
    const run = vi.fn();
    list([{ keys: ['N', 'ArrowRight'], does: 'Next', run }]);
    expect(press('n').defaultPrevented).toBe(true);
    press('ArrowRight');
    press('n', {}, field('<input data-at />'));
    press('n', { isComposing: true });
    press('n', { repeat: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('waits behind a dialog, chords for everywhere excepted', () => {
    const [letter, chord] = [vi.fn(), vi.fn()];
    list([
      { keys: 'N', does: 'Next', run: letter },
      { keys: 'Mod+K', does: 'Find', run: chord, everywhere: true },
    ]);
    document.body.innerHTML = '<dialog open></dialog>';
    press('n');
    press('k', { ctrlKey: true });
    expect([letter.mock.calls.length, chord.mock.calls.length]).toEqual([0, 1]);
  });

  it('lets a screen go before the window, and forgets it when it closes', () => {
    const [screen, frame] = [vi.fn(), vi.fn()];
    list([{ keys: 'N', does: 'All', run: frame }], windowKeys, 'Window');
    list([{ keys: 'N', does: 'Here', run: screen, when: () => screen.mock.calls.length === 0 }]);
    expect(keys.groups.map((group) => group.title)).toEqual(['Here', 'Window']);
    press('n');
    press('n');
    expect([screen.mock.calls.length, frame.mock.calls.length]).toEqual([1, 1]);
    for (const stop of stops) stop();
    expect(keys.groups).toEqual([]);
  });

  it('leaves keys of one character alone when they are switched off', () => {
    const run = vi.fn();
    list([
      { keys: 'N', does: 'Next', run },
      { keys: 'F2', does: 'Other', run },
    ]);
    setSingleKeys(false);
    press('n');
    press('F2');
    expect(run).toHaveBeenCalledTimes(1);
    expect([keyIsOn('N'), keyIsOn('Space'), keyIsOn('Mod+K')]).toEqual([false, true, true]);
  });
});
