/** The words: every message can be read, every id that is used exists, none stands idle, none is written into a component. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { sources } from './source';

const ftl = sources('assets/locales/en', ['.ftl']);
const ids = ftl.flatMap((file) =>
  [...file.text.matchAll(/^([a-z][\w-]*) *=/gm)].map((found) => found[1] ?? ''),
);
const typescript = sources('ui/src', ['.svelte', '.ts']).filter((file) => !file.name.endsWith('.gen.ts'));
const rust = sources('src-tauri', ['.rs']);

describe('messages', () => {
  it.each(ftl)('$name is read whole', ({ text }) => {
    const errors = new FluentBundle('en-US').addResource(new FluentResource(text));
    expect(errors).toEqual([]);
    const read = [...new FluentResource(text).body]
      .map((entry) => entry.id)
      .filter((id) => !id.startsWith('-'));
    const written = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map((found) => found[1]);
    expect(read).toEqual(written);
  });

  it('have one home each', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('are all used', () => {
    const code = [...typescript, ...rust].map((file) => file.text).join('\n');
    const built = [...code.matchAll(/[`"']([a-z][\w-]*-)(?:\$\{|\{|["'`])/g)].map((found) => found[1] ?? '');
    const words = ftl.map((file) => file.text).join('\n');
    const named = new Set([...code.matchAll(/(?<=["'`])[a-z][\w-]*(?=["'`])/g)].map(([id]) => id));
    const within = new Set([...words.matchAll(/(?<=\{ *)[a-z][\w-]*(?= *[}.])/g)].map(([id]) => id));
    const used = (id: string) =>
      named.has(id) || within.has(id) || built.some((start) => id.startsWith(start));
    expect(ids.filter((id) => !used(id))).toEqual([]);
  });

  it('tell every step that can be undone', () => {
    const kinds = rust.flatMap((file) =>
      [...file.text.matchAll(/(?:\bact\(\s*|=> |const \w+: &str = )"([a-z]+\.[a-z-]+)"/g)].map(
        (found) => found[1] ?? '',
      ),
    );
    // Nobody undoes these: the stack of undo begins after them.
    const first = ['programs.setup', 'sample.fill'];
    const steps = kinds
      .filter((kind) => !first.includes(kind))
      .map((kind) => `step-${kind.replace('.', '-')}`)
      // A feature that no screen shows yet has no words at all.
      .filter((id) => ids.some((other) => other.startsWith(/^step-[a-z]+-/.exec(id)?.[0] ?? id)));
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('exist wherever they are asked for', () => {
    const asked = typescript.flatMap((file) =>
      [...file.text.matchAll(/\bt\(\s*'([^']+)'/g)].map((found) => ({ file: file.name, id: found[1] ?? '' })),
    );
    expect(asked.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});

/** Attributes whose words people read. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'caption',
]);
const LETTERS = /\p{L}{2,}/u;

function literals(component: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown, attribute = ''): void => {
    if (Array.isArray(node)) return node.forEach((part) => walk(part, attribute));
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as { type?: string };
    if (type === 'StyleDirective') return;
    if (type === 'Text') {
      const { data } = node as AST.Text;
      if (LETTERS.test(data) && (attribute === '' || SPOKEN.has(attribute))) found.push(data.trim());
      return;
    }
    const inside = type === 'Attribute' ? (node as AST.Attribute).name : attribute;
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') walk(value, inside);
  };
  walk(parse(component, { modern: true }).fragment);
  return found;
}

describe('components', () => {
  it.each(sources('ui/src', ['.svelte']))('$name holds no words', ({ text }) => {
    expect(literals(text)).toEqual([]);
  });
});
