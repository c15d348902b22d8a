// The facilitators' guide (docs/guide, in the order of docs/README.md) as a tree that the help draws:
// no HTML crosses into the window. Anything that the help cannot draw stops the build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The anchor of a heading. */
export const anchor = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Names of the pages in the order of the table of contents. */
export function order(readme) {
  return [...readme.matchAll(/\]\(guide\/([a-z-]+)\.md\)/g)].map((found) => found[1]);
}

const PAIRS = { strong: 'b', em: 'i', link: 'a' };

function inlines(tokens, page) {
  const open = [{ in: [] }];
  for (const token of tokens ?? []) {
    const into = open.at(-1).in;
    const [kind, side] = token.type.split('_');
    if (token.type === 'text') into.push(token.content);
    else if (token.type === 'softbreak') into.push(' ');
    else if (token.type === 'code_inline') into.push({ t: 'code', in: [token.content] });
    else if (token.type === 'image') into.push({ t: 'img', to: token.attrGet('src'), in: [token.content] });
    else if (side === 'open' && PAIRS[kind]) {
      const made = { t: PAIRS[kind], in: [] };
      if (kind === 'link') made.to = token.attrGet('href');
      into.push(made);
      open.push(made);
    } else if (side === 'close' && PAIRS[kind]) open.pop();
    else throw new Error(`${page}: the help cannot draw ${token.type}`);
  }
  return open[0].in;
}

const plain = (parts) => parts.map((part) => (typeof part === 'string' ? part : plain(part.in))).join('');

const BLOCKS = {
  paragraph: 'p',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
};

/** The blocks of a page. */
export function blocks(text, page) {
  const open = [{ in: [] }];
  for (const token of markdown.parse(text, {})) {
    const into = open.at(-1).in;
    const kind = token.type.replace(/_(open|close)$/, '');
    if (token.type === 'inline') into.push(...inlines(token.children, page));
    else if (token.type === 'fence') into.push({ t: 'pre', in: [token.content.trimEnd()] });
    else if (token.type === 'heading_open') open.push({ t: token.tag, in: [] });
    else if (token.type === 'heading_close') {
      const made = open.pop();
      made.id = anchor(plain(made.in));
      open.at(-1).in.push(made);
    } else if (!(kind in BLOCKS)) throw new Error(`${page}: the help cannot draw ${token.type}`);
    // A paragraph of a tight list is none.
    else if (token.hidden) continue;
    else if (token.nesting === 1) open.push({ t: BLOCKS[kind], in: [] });
    else open.at(-2).in.push(open.pop());
  }
  return open[0].in;
}

/** The file that the help imports. */
export function helpFile(docs, banner) {
  const names = order(readFileSync(join(docs, 'README.md'), 'utf8'));
  const pictures = new Map();
  const see = (parts) => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part.t === 'img') {
        const file = join('guide', part.to);
        if (!existsSync(join(docs, file))) throw new Error(`no picture docs/${file}`);
        part.to = file;
        pictures.set(file, `picture${pictures.size}`);
      }
      see(part.in);
    }
    return parts;
  };
  const pages = names.map((name) => {
    const all = see(blocks(readFileSync(join(docs, 'guide', `${name}.md`), 'utf8'), name));
    const [title, ...rest] = all;
    if (title?.t !== 'h1') throw new Error(`docs/guide/${name}.md begins without its title`);
    return { name, title: plain(title.in), blocks: rest };
  });
  const imports = [...pictures].map(([file, name]) => `import ${name} from '../../../../docs/${file}';`);
  return [
    banner.trimEnd(),
    "import type { Page } from './help';",
    ...imports,
    `/** Addresses of the pictures. */`,
    `export const pictures: Record<string, string> = { ${[...pictures].map(([file, name]) => `'${file}': ${name}`).join(', ')} };`,
    `/** The pages, in order. */`,
    `export const pages: readonly Page[] = ${JSON.stringify(pages)};`,
    '',
  ].join('\n');
}
