/**
 * Which items are asked after which answers, and how numbers are written. The rules are those of the domain, where a
 * sheet is settled again before it is stored; both are held to the same examples.
 */
import type { FormatView, ItemView, TestView } from '$lib/ipc';

/** What the rules need to know of an item. */
export type Asked = Pick<ItemView, 'key' | 'format' | 'shown_if'>;

/** Whether an answer, by its code, passes a test. Where something stands that nobody can read, it does. */
export function passes(code: string, test: TestView): boolean {
  if (code.startsWith('?')) return true;
  if (code === '' || code === '0' || code === '-' || code === '~') return false;
  const written = /^[=#"]/.test(code) ? code.slice(1) : code;
  const named = code.startsWith('=') ? written.split(' ') : code.startsWith('"') ? [] : [written];
  const number = /^[=#"]/.test(code) && !code.startsWith('#') ? NaN : Number(written);
  switch (test.kind) {
    case 'answered':
      return true;
    case 'is':
      return named.some((one) => test.codes.includes(one));
    case 'is-not':
      return !named.some((one) => test.codes.includes(one));
    case 'at-least':
      return number >= Number(test.number);
    case 'at-most':
      return number <= Number(test.number);
  }
}

/** Which items are asked after these codes; an item that hangs on one that is not asked, is not asked. */
export function shown(items: readonly Asked[], codes: readonly string[]): boolean[] {
  const asked: boolean[] = [];
  for (const item of items) {
    const condition = item.shown_if;
    const at = condition ? items.findIndex((one) => one.key === condition.item) : -1;
    asked.push(!condition || (asked[at] === true && passes(codes[at] ?? '', condition.test)));
  }
  return asked;
}

/** The codes of a sheet with `~` at what is not asked, and nothing at what is asked again. */
export function settled(items: readonly Asked[], codes: readonly string[]): string[] {
  const list = [...codes];
  items.forEach((item, at) => {
    const code = list[at] ?? '';
    const asked = shown(items.slice(0, at + 1), list)[at];
    list[at] = !asked ? '~' : item.shown_if && code === '~' ? '' : code;
  });
  return list;
}

/** A number as it is stored, from what people type; `null` for what is none. `1,000` is refused: one, or a thousand? */
export function readNumber(text: string): string | null {
  const found = /^([-−]?)(\d*)(?:[.,](\d+))?$/.exec(text.trim());
  if (!found) return null;
  const [, sign = '', first = '', second = ''] = found;
  if (first === '' && second === '') return null;
  const whole = first.replace(/^0+/, '');
  const part = second.replace(/0+$/, '');
  const thousands = text.includes(',') && second.length === 3 && first.length <= 3;
  if ((thousands && whole !== '') || whole.length + part.length > 15) return null;
  const size = part ? `${whole || '0'}.${part}` : whole || '0';
  return size === '0' ? '0' : sign ? `-${size}` : size;
}

/** Whether a number keeps the bounds of its item. */
export function within(number: string, format: FormatView): boolean {
  if (format.kind !== 'number') return false;
  const { low, high } = format;
  return (low === null || Number(number) >= Number(low)) && (high === null || Number(number) <= Number(high));
}

/** The code of what stands in a field for a number or words; `null` for a number that cannot be. */
export function writtenCode(text: string, format: FormatView): string | null {
  const plain = text.trim();
  if (plain === '') return '';
  if (format.kind !== 'number') return `"${plain}`;
  const number = readNumber(plain);
  return number !== null && within(number, format) ? `#${number}` : null;
}

/** What stands in the field of a number or words, by its code. */
export const written = (code: string): string => (/^[#"]/.test(code) ? code.slice(1) : '');

/** The choices of a code. */
export const chosen = (code: string): string[] => (code.startsWith('=') ? code.slice(1).split(' ') : []);

/** The code of choices, in the order of the item; nothing for none. */
export function choicesCode(format: FormatView, keys: readonly string[]): string {
  if (format.kind !== 'one' && format.kind !== 'several') return '';
  const own = format.choices.map((choice) => choice.key).filter((key) => keys.includes(key));
  return own.length > 0 ? `=${own.join(' ')}` : '';
}

/** The code after one of several choices was taken or given back. */
export function toggled(format: FormatView, code: string, key: string): string {
  const had = chosen(code);
  return choicesCode(format, had.includes(key) ? had.filter((one) => one !== key) : [...had, key]);
}

/** The letters before choices on paper: `u` marks what cannot be read. */
export const LETTERS = 'abcdefghijklmnopqrstvwxyz';
