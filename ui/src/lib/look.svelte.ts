/**
 * How the window looks: colours and size of text. `public/theme.js` draws the first frame the same way.
 * `system` follows the system's own choice, high contrast included, while the window is open.
 */
import { prefer, preferences } from './preferences.svelte';

/** Colours to choose from. */
export const THEMES = ['system', 'light', 'dark', 'contrast', 'contrast-dark'] as const;
/** A choice of colours. */
export type Theme = (typeof THEMES)[number];
/** Sizes of text, in percent. */
export const SIZES = [100, 125, 150, 175, 200] as const;

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function isTheme(found: string | undefined): found is Theme {
  return THEMES.some((theme) => theme === found);
}

/** The colours that a choice gives now. */
export function effective(theme: Theme, asked: (query: string) => boolean): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  const dark = asked(DARK);
  if (asked(CONTRAST)) return dark ? 'contrast-dark' : 'contrast';
  return dark ? 'dark' : 'light';
}

function draw(): void {
  // Until they are read, what `public/theme.js` drew is right.
  if (!preferences.now) return;
  const root = document.documentElement;
  root.dataset.theme = effective(look.theme, (query) => matchMedia(query).matches);
  root.dataset.text = String(look.size);
}

/** Colours and size of text. */
export const look = {
  themes: THEMES,
  sizes: SIZES,
  /** The choice of colours. */
  get theme(): Theme {
    const theme = preferences.now?.theme;
    return isTheme(theme) ? theme : 'system';
  },
  /** The size of text, in percent. */
  get size(): number {
    return preferences.now?.text_size ?? 100;
  },
  /** Chooses colours. */
  async choose(theme: Theme): Promise<void> {
    await prefer({ theme });
    draw();
  },
  /** Chooses a size of text. */
  async resize(size: number): Promise<void> {
    await prefer({ text_size: size });
    draw();
  },
  /** The next larger or smaller size; 0 goes back to 100 %. */
  async step(by: -1 | 0 | 1): Promise<void> {
    const at = SIZES.findIndex((size) => size >= look.size);
    await look.resize(by === 0 ? 100 : (SIZES[Math.min(SIZES.length - 1, Math.max(0, at + by))] ?? 100));
  },
};

/** Follows the system's choice; use in an `$effect`. */
export function followLook(): () => void {
  draw();
  const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', draw);
  return () => {
    for (const query of queries) query.removeEventListener('change', draw);
  };
}
