/** The guide as a tree, and finding a place in it. `scripts/help.mjs` writes the pages. */
import { distance, fold } from '$lib/locale';

/** A piece of a page: text, or an element with pieces inside. */
export type Piece = string | Element;
/** An element: paragraphs, lists, emphasis, links, pictures. */
export interface Element {
  t: string;
  /** The anchor of a heading. */
  id?: string;
  /** Where a link or a picture leads. */
  to?: string;
  in: readonly Piece[];
}
/** One page of the guide. */
export interface Page {
  name: string;
  title: string;
  blocks: readonly Piece[];
}

/** A place that a search found. */
export interface Place {
  page: string;
  title: string;
  /** The heading; empty for what stands before the first one. */
  heading: string;
  /** Its anchor. */
  at: string;
  /** The words around what was found. */
  around: string;
}

/** All words of some pieces. */
export function plain(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : plain(piece.in) + (/^(p|li|h\d)$/.test(piece.t) ? ' ' : ''),
    )
    .join('');
}

interface Part {
  heading: string;
  at: string;
  text: string;
}

function parts(page: Page): Part[] {
  const found: Part[] = [{ heading: '', at: '', text: '' }];
  for (const block of page.blocks) {
    if (typeof block !== 'string' && block.t === 'h2') {
      found.push({ heading: plain(block.in).trim(), at: block.id ?? '', text: '' });
    } else {
      const last = found.at(-1);
      if (last) last.text += `${plain([block])} `;
    }
  }
  return found;
}

/** Some words of `text` around the first word that was typed. */
function around(text: string, typed: string): string {
  const word = fold(typed).split(' ')[0] ?? '';
  const words = text.split(/\s+/).filter(Boolean);
  const at = Math.max(
    0,
    words.findIndex((one) => fold(one).includes(word)),
  );
  const from = Math.max(0, at - 6);
  const until = Math.min(words.length, at + 10);
  return `${from > 0 ? '… ' : ''}${words.slice(from, until).join(' ')}${until < words.length ? ' …' : ''}`;
}

/** The places that hold every word typed: headings first. */
export function search(pages: readonly Page[], typed: string): Place[] {
  if (fold(typed) === '') return [];
  const found = pages.flatMap((page) =>
    parts(page).flatMap((part) => {
      const head = distance(typed, `${part.heading} ${page.title}`);
      const whole = distance(typed, `${page.title} ${part.heading} ${part.text}`);
      if (whole === null) return [];
      const far = head ?? whole + 100;
      const place = { page: page.name, title: page.title, heading: part.heading, at: part.at };
      return [{ far, place: { ...place, around: around(part.text, typed) } }];
    }),
  );
  return found.sort((a, b) => a.far - b.far).map(({ place }) => place);
}
