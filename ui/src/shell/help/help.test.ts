import { describe, expect, it } from 'vitest';
import { sources } from '../../../tests/source';
import { helpOf } from '../../routes';
import { plain, search, type Element, type Piece } from './help';
import { pages, pictures } from './pages.gen';

function elements(pieces: readonly Piece[]): Element[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...elements(piece.in)]));
}

/** What stands on the screen: each message as a pattern, its arguments being anything. */
const words = sources('assets/locales/en', ['.ftl'])
  .flatMap(({ text }) => {
    const plain = [...text.matchAll(/^[a-z][\w-]* = (.+)$/gm)].map((found) => found[1] ?? '');
    const chosen = [...text.matchAll(/^ +\*?\[\w+\] (.+)$/gm)].map((found) => found[1] ?? '');
    return [...plain, ...chosen];
  })
  // A message that is only its arguments would fit everything.
  .filter((text) => /\p{L}{2}/u.test(text.replace(/\{[^}]*\}/g, '')))
  .map((text) => {
    const parts = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`);
  });

describe('the guide', () => {
  it('lists every page, and every screen has one', () => {
    const files = sources('docs/guide', ['.md']).map(({ name }) => name.replace(/^.*\/|\.md$/g, ''));
    expect(pages.map((page) => page.name).sort()).toEqual(files.sort());
    for (const name of Object.values(helpOf)) expect(files).toContain(name);
  });

  it.each(pages)('$name leads only to what is there', ({ blocks, name }) => {
    for (const { t, to = '' } of elements(blocks)) {
      if (t === 'img') expect(pictures[to], to).toBeTruthy();
      if (t !== 'a') continue;
      const [file = '', at = ''] = to.split('#');
      const page = pages.find((one) => one.name === (file.replace(/\.md$/, '') || name));
      expect(page, to).toBeTruthy();
      if (at)
        expect(
          elements(page?.blocks ?? []).map((one) => one.id),
          to,
        ).toContain(at);
    }
  });

  it.each(pages)('$name names what stands on the screen in the words that stand there', ({ blocks }) => {
    const named = elements(blocks).filter((one) => one.t === 'b');
    const wrong = named.map((one) => plain(one.in)).filter((text) => !words.some((word) => word.test(text)));
    expect(wrong).toEqual([]);
  });
});

describe('searching', () => {
  it('finds headings first, without accents, and says where', () => {
    const [first] = search(pages, 'codés');
    expect([first?.page, first?.heading, first?.at]).toEqual(['people', 'Codes', 'codes']);
    expect(search(pages, 'twelve words')[0]?.page).toBe('start');
    expect(search(pages, 'twelve words')[0]?.around).toContain('twelve');
    expect(search(pages, 'no such thing')).toEqual([]);
    expect(search(pages, ' ')).toEqual([]);
  });
});
