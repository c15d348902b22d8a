/** What the screen of sectors and levels shows, and the way from a roster to it and back. */
import { followed } from '$lib/followed.svelte';
import { commands, type WordsView } from '$lib/ipc';

/** Both lists of words. */
export function wordLists() {
  return followed<WordsView>(() => '', commands.words, ['sector', 'level', 'person', 'enrolment', 'cohort']);
}

/** The glyphs that can stand beside a sector. */
export const MARKS = ['book', 'arch', 'diamond', 'box', 'temple'] as const;
