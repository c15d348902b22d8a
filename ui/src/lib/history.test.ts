import { describe, expect, it } from 'vitest';
import { cellWords, columnWord } from './history';

describe('a history', () => {
  it('calls a column as its table does', () => {
    expect(columnWord('person', 'position')).toBe('Position');
    expect(columnWord('sector', 'position')).toBe('Place in the list');
    expect(columnWord('program', 'award_ends')).toBe('Last day of the award');
    expect(columnWord('person', 'column-of-later')).toBe('column-of-later');
  });

  it.each([
    ['person', 'consent', 'not-answered', 'Not answered'],
    ['person', 'roles', 'facilitator coach', 'Facilitator, Coach'],
    ['person', 'size', 'over-100', 'more than 100 people'],
    ['sector', 'mark', 'temple', 'Temple'],
    ['cohort', 'mark', 'PSC 26–27', 'PSC 26–27'],
    ['block', 'locked', '1', 'yes'],
    ['session', 'starts', '545', '09:05'],
    ['cohort', 'starts', '2026-10-05', 'Oct 5, 2026'],
    ['cohort', 'ends', '', '–'],
    ['sector', 'synonyms', 'archive\narchives', 'archive, archives'],
    ['program', 'situation', 'x'.repeat(200), `${'x'.repeat(160)}…`],
  ])('says of %s.%s %j: %j', (table, column, value, words) => {
    expect(cellWords(table, column, value)).toBe(words);
  });
});
