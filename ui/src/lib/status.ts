/** How a project goes: its word, shared with the summary on paper, and the sign beside it. */
import type { GlyphName } from './components/Glyph.svelte';
import type { ProjectStatus } from './ipc';
import { phrase, t } from './locale';

type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'quiet';

/** The sign of a status. */
export const STATUS_SIGNS: Record<ProjectStatus | 'none', { glyph: GlyphName; tone: Tone }> = {
  'on-course': { glyph: 'ok', tone: 'ok' },
  slower: { glyph: 'clock', tone: 'warn' },
  stuck: { glyph: 'warn', tone: 'danger' },
  'changed-course': { glyph: 'forward', tone: 'info' },
  finished: { glyph: 'dot', tone: 'quiet' },
  none: { glyph: 'none', tone: 'quiet' },
};

/** A status in words. */
export const statusWord = (status: ProjectStatus | null): string =>
  status ? phrase(`report-project-${status}`, {}) : t('project-no-update');
