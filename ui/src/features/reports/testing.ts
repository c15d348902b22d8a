/** Made-up reports for tests. */
import type { ReportView, ReportSection, WhichReport } from '$lib/ipc';

/** The funder report of cohort `c`. */
export const FUNDER: WhichReport = { cohort: 'c', whole: false, kind: 'funder', template: '', about: '' };

/** A section in which 150 words may be written. */
export function section(more: Partial<ReportSection> = {}): ReportSection {
  return {
    key: 'overview',
    heading: 'Overview',
    included: true,
    ask: { hint: 'Need and results.', words: 150, needed: true },
    text: '',
    words: 0,
    stale: [],
    ...more,
  };
}

/** A report of two pages, the first with one number on it. */
export function report(more: Partial<ReportView> = {}): ReportView {
  const page = { width: 612, height: 792, words: 'Some words', marks: [], spots: [] };
  const spot = { key: 'enrolled', x: 61.2, y: 79.2, width: 30.6, height: 15.84 };
  return {
    title: 'Prairie State cohort',
    mark: 'PSC',
    as_of: '2027-06-18',
    audience: 'funder',
    audiences: [
      { audience: 'funder', people: 5 },
      { audience: 'public', people: 10 },
    ],
    sheet: 'letter',
    can_be_whole: true,
    sections: [section()],
    pages: [{ ...page, spots: [spot] }, page],
    withheld: [],
    differing: 0,
    problems: [],
    issued: [],
    figures: [{ key: 'enrolled', name: 'People enrolled', value: '25', token: '{enrolled: 25}' }],
    ...more,
  };
}
