/** The colours: those of the first frame are those of the page, and every pair that is read has its contrast. */
import { describe, expect, it } from 'vitest';
import { effective, SIZES, THEMES } from '$lib/look.svelte';
import { sources } from './source';

const [tokens] = sources('ui/src/styles', ['tokens.css']);
const [script] = sources('ui/public', ['theme.js']);
const css = tokens?.text ?? '';

const SYSTEMS = [
  { dark: false, contrast: false },
  { dark: true, contrast: false },
  { dark: false, contrast: true },
  { dark: true, contrast: true },
];
const asked = (system: (typeof SYSTEMS)[number]) => (query: string) =>
  query.includes('contrast') ? system.contrast : system.dark;

describe('the first frame', () => {
  it.each(THEMES.flatMap((theme) => SYSTEMS.map((system) => ({ theme, ...system }))))(
    'is drawn as the page is: $theme, dark $dark, contrast $contrast',
    ({ theme, ...system }) => {
      const root = { dataset: {} as Record<string, string> };
      const window = { nexusLook: { theme, text: 150 } };
      const matchMedia = (query: string) => ({ matches: asked(system)(query) });
      new Function('window', 'matchMedia', 'document', script?.text ?? '')(window, matchMedia, {
        documentElement: root,
      });
      expect(root.dataset).toEqual({ theme: effective(theme, asked(system)), text: '150' });
    },
  );

  it('knows every size of text', () => {
    for (const size of SIZES.slice(1))
      expect(css).toContain(`[data-text='${size}'] {\n  font-size: ${size}%`);
  });
});

function colours(theme: string): Record<string, string> {
  const blocks = theme === 'light' ? [':root {'] : [':root {', `:root[data-theme='${theme}'] {`];
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const body = css.split(block)[1]?.split('\n}')[0] ?? '';
      return [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]]);
    }),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function ratio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const READ = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'danger', 'info'];
const SEEN = ['edge', 'focus', 'sector-academic', 'sector-public', 'sector-archival', 'sector-museum'];

describe.each(['light', 'dark', 'contrast', 'contrast-dark'])('the colours of %s', (theme) => {
  const is = colours(theme);
  const against = (name: string, on: string) => ratio(is[name] ?? '', is[on] ?? '');

  it.each(
    READ.flatMap((name) => ['paper', 'surface', 'sunken', 'selected'].map((on) => [name, on] as const)),
  )('let %s be read on %s', (name, on) => {
    const enough = theme.startsWith('contrast') && name.startsWith('ink') ? 7 : 4.5;
    expect(against(name, on)).toBeGreaterThanOrEqual(enough);
  });
  it('let words be read on buttons', () => {
    expect(against('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(against('on-accent', 'accent-strong')).toBeGreaterThanOrEqual(4.5);
    expect(against('on-danger', 'danger')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(SEEN.flatMap((name) => ['paper', 'surface'].map((on) => [name, on] as const)))(
    'let %s be seen on %s',
    (name, on) => {
      expect(against(name, on)).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('the tokens', () => {
  it('are those of the design', () => {
    const light = colours('light');
    const dark = colours('dark');
    const of = (is: Record<string, string>) =>
      [
        'paper',
        'surface',
        'sunken',
        'ink',
        'ink-2',
        'ink-3',
        'edge',
        'accent',
        'focus',
        'selected',
        'rule',
      ].map((name) => is[name]);
    expect(of(light)).toEqual(
      '#fbf9f4 #ffffff #f3efe6 #1f1b16 #544c42 #6b6256 #8a7f70 #1f4e5f #0b6bcb #dce9ec #ddd5c6'.split(' '),
    );
    expect(of(dark)).toEqual(
      '#16181a #1e2124 #101214 #f0ece4 #c4bdb1 #a39b8e #7e858b #7cc0d3 #7fb8ff #22363d #3a3e42'.split(' '),
    );
  });
});
