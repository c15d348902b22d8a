import { describe, expect, it } from 'vitest';
import { countWords, pieces } from './narrative';

const figures = [
  { key: 'enrolled', name: 'People enrolled', value: '25', token: '{enrolled: 25}' },
  { key: 'sector/lib', name: 'Libraries', value: '9', token: '{sector/lib: 9}' },
];

describe('a text', () => {
  it('has words and linked figures, and braces that hold none are words', () => {
    const text = 'We reached {enrolled: 24} leaders (see {appendix}) and {sector/lib: 9}.';
    expect(pieces(text, figures)).toEqual([
      { kind: 'words', text: 'We reached ' },
      { kind: 'figure', key: 'enrolled', text: '24', stale: true, now: '25' },
      { kind: 'words', text: ' leaders (see {appendix}) and ' },
      { kind: 'figure', key: 'sector/lib', text: '9', stale: false, now: '9' },
      { kind: 'words', text: '.' },
    ]);
  });
  it('marks a figure that is gone', () => {
    expect(pieces('{gone: 7}', figures)).toEqual([
      { kind: 'figure', key: 'gone', text: '7', stale: true, now: null },
    ]);
  });
  it('finds figures behind a brace that is never closed', () => {
    const found = pieces('{a: 1} {b {c: 2} {d').filter((piece) => piece.kind === 'figure');
    expect(found.map((piece) => piece.text)).toEqual(['1', '2']);
  });
  it('takes no key in capitals, no empty value and none of two lines', () => {
    for (const text of ['{Enrolled: 1}', '{enrolled: }', '{enrolled: 1\n2}', '{enrolled 1}'])
      expect(pieces(text, figures)).toEqual([{ kind: 'words', text }]);
  });
  it.each([
    ['We reached {enrolled: 24} leaders (see {appendix}) and {sector/lib: 9} from libraries.', 10],
    ['one – two: 3.5 %', 3],
    ['  \n ', 0],
    ['Übung, 研修 and 4', 4],
  ])('counts the words of %j as a reader does', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
