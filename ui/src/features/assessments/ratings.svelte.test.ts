import { describe, expect, it } from 'vitest';
import type { RatingsInput, RatingsView } from '$lib/ipc';
import { answer } from '$lib/ipc/testing';
import { ratingsImport } from './ratings.svelte';

const view = (file: string): RatingsView => ({
  ...{ file, version: 1, sheets: 2, corrections: 0, set_aside: 0 },
  ...{ rated: 26, blank: 0, declined: 0, unreadable: 0, problems: [] },
});

describe('an import of ratings', () => {
  it('forgets its file before the next one is chosen, whatever is picked meanwhile', async () => {
    const read: RatingsInput[] = [];
    answer({
      ratings_preview: ({ input }) => {
        read.push(input as RatingsInput);
        return view((input as RatingsInput).path);
      },
      ratings_import: ({ input }) => view((input as RatingsInput).path),
    });
    const ratings = ratingsImport(() => 'cohort');
    const about = { instrument: 'competency-self-assessment', moment: 'baseline' } as const;
    await ratings.open('baseline.csv', about);
    await ratings.change({ ...about, moment: 'midpoint' });
    expect(read.map((input) => [input.path, input.moment])).toEqual([
      ['baseline.csv', 'baseline'],
      ['baseline.csv', 'midpoint'],
    ]);
    await ratings.store();
    ratings.again();
    await ratings.change({ ...about, moment: 'end' });
    await ratings.store();
    expect(read).toHaveLength(2);
    expect(ratings.preview).toBeNull();
    expect(ratings.result).toBeNull();
  });
});
