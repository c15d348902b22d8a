import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choicesCode, readNumber, settled, shown, toggled, writtenCode, type Asked } from './shown';

const rules = JSON.parse(readFileSync('../tests/fixtures/assessments/rules.json', 'utf8')) as {
  sheets: { codes: string[]; shown: boolean[] }[];
  numbers: [string, string | null][];
};
const choice = (key: string) => ({ key, text: key });
const ITEMS: Asked[] = [
  {
    key: 'useful',
    format: { kind: 'rating', points: [1, 2, 3, 4, 5].map((point) => ({ point, text: '' })) },
    shown_if: null,
  },
  { key: 'mentor', format: { kind: 'one', choices: ['yes', 'no', 'soon'].map(choice) }, shown_if: null },
  {
    key: 'hours',
    format: { kind: 'number', low: '0', high: '200', unit: 'hours' },
    shown_if: { item: 'mentor', test: { kind: 'is-not', codes: ['no'] } },
  },
  { key: 'topics', format: { kind: 'several', choices: ['people', 'money'].map(choice) }, shown_if: null },
  {
    key: 'story',
    format: { kind: 'text', long: true },
    shown_if: { item: 'hours', test: { kind: 'at-least', number: '10' } },
  },
];

describe('the rules of a sheet', () => {
  it.each(rules.sheets)('ask after $codes', (sheet) => {
    expect(shown(ITEMS, sheet.codes)).toEqual(sheet.shown);
    const whole = settled(ITEMS, sheet.codes);
    expect(settled(ITEMS, whole)).toEqual(whole);
    whole.forEach((code, at) => expect(code === '~').toBe(!sheet.shown[at]));
  });

  it('open an item again with nothing in it', () => {
    expect(settled(ITEMS, ['4', '=yes', '~', '', '~'])).toEqual(['4', '=yes', '', '', '~']);
  });
});

describe('a number', () => {
  it.each(rules.numbers)('%j is %j', (typed, spelt) => expect(readNumber(typed)).toBe(spelt));

  it('keeps its bounds', () => {
    expect(writtenCode('12,5', ITEMS[2]!.format)).toBe('#12.5');
    expect(writtenCode('201', ITEMS[2]!.format)).toBeNull();
    expect(writtenCode(' ', ITEMS[2]!.format)).toBe('');
    expect(writtenCode(' two words ', ITEMS[4]!.format)).toBe('"two words');
  });
});

describe('choices', () => {
  it('stand in the order of the item', () => {
    expect(choicesCode(ITEMS[3]!.format, ['money', 'people'])).toBe('=people money');
    expect(toggled(ITEMS[3]!.format, '=people', 'money')).toBe('=people money');
    expect(toggled(ITEMS[3]!.format, '=people', 'people')).toBe('');
  });
});
