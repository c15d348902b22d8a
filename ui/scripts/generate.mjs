// Writes what TypeScript cannot know by itself: the ids and arguments of the Fluent messages
// (src/lib/locale/words.gen.ts), the characters that the interface face can draw (src/lib/locale/coverage.gen.ts) and
// the facilitators' guide (src/shell/help/pages.gen.ts).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, Visitor } from '@fluent/syntax';
import { helpFile } from './help.mjs';

const ui = join(dirname(fileURLToPath(import.meta.url)), '..');
const locale = join(ui, '../assets/locales/en');
const fonts = join(ui, '../assets/fonts');
const banner = '// Written by scripts/generate.mjs; not kept in the repository.\n';

/** Collects the variables and the references of a message. */
class Uses extends Visitor {
  variables = new Set();
  references = new Set();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.references.add(node.id.name);
  }
}

function messages() {
  const found = new Map();
  for (const file of readdirSync(locale)
    .filter((name) => name.endsWith('.ftl'))
    .sort()) {
    for (const entry of parse(readFileSync(join(locale, file), 'utf8'), {}).body) {
      if (entry.type === 'Junk')
        throw new Error(`${file}: cannot read "${entry.content.trim().slice(0, 80)}"`);
      if (entry.type !== 'Message' || !entry.value) continue;
      if (found.has(entry.id.name)) throw new Error(`${file}: ${entry.id.name} is there twice`);
      const uses = new Uses();
      uses.visit(entry.value);
      found.set(entry.id.name, uses);
    }
  }
  return found;
}

function wordsFile(found) {
  const variables = (id, seen = new Set()) => {
    if (seen.has(id)) return [];
    seen.add(id);
    const uses = found.get(id);
    return uses
      ? [...uses.variables, ...[...uses.references].flatMap((other) => variables(other, seen))]
      : [];
  };
  const lines = [...found.keys()].sort().map((id) => {
    const names = [...new Set(variables(id))].sort();
    return `  '${id}': ${names.length ? `{ ${names.map((name) => `'${name}': Value`).join('; ')} }` : 'null'};`;
  });
  return `${banner}export type Value = string | number;\nexport interface Messages {\n${lines.join('\n')}\n}\n`;
}

/** The ranges of Unicode in a TrueType file's character map (formats 4 and 12). */
function coverage(file) {
  const font = readFileSync(file);
  let cmap = 0;
  for (let i = 0, at = 12; i < font.readUInt16BE(4); i += 1, at += 16)
    if (font.toString('latin1', at, at + 4) === 'cmap') cmap = font.readUInt32BE(at + 8);
  const covered = new Set();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 12) {
      for (let g = 0, at = table + 16; g < font.readUInt32BE(table + 12); g += 1, at += 12)
        for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1)
          covered.add(code);
    } else if (format === 4) {
      const half = font.readUInt16BE(table + 6);
      for (let s = 0; s < half; s += 2) {
        const end = font.readUInt16BE(table + 14 + s);
        const start = font.readUInt16BE(table + 16 + half + s);
        for (let code = start; code <= end && code < 0xffff; code += 1) covered.add(code);
      }
    }
  }
  const ranges = [];
  for (const code of [...covered].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

function coverageFile() {
  const file = join(fonts, 'AtkinsonHyperlegibleNext-Regular.ttf');
  const ranges = existsSync(file) ? coverage(file) : [[32, 126]];
  return `${banner}/** First and last code point of each range that Atkinson Hyperlegible Next draws. */\nexport const COVERED: readonly (readonly [number, number])[] = ${JSON.stringify(ranges)};\n`;
}

const out = join(ui, 'src/lib/locale');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'words.gen.ts'), wordsFile(messages()));
writeFileSync(join(out, 'coverage.gen.ts'), coverageFile());
writeFileSync(join(ui, 'src/shell/help/pages.gen.ts'), helpFile(join(ui, '../docs'), banner));
