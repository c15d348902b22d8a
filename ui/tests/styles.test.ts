/** The content policy allows no style attribute; a `style:` directive goes through the style object and may stay. */
import { expect, it } from 'vitest';
import { sources } from './source';

it.each(sources('ui/src', ['.svelte']))('$name has no style attribute', ({ text }) => {
  expect(text.match(/\sstyle=/g)).toBeNull();
});

/** WebKitGTK 2.52 crashes in them where it draws without the graphics card. */
it.each(sources('ui/src', ['.svelte', '.ts', '.css']))('$name starts no view transition', ({ text }) => {
  expect(text).not.toMatch(/startViewTransition|@view-transition/);
});
