/** The backups of the workspace that is open, or stays shut: the list, one more, and putting one back. */
import {
  commands,
  explain,
  onChanged,
  toCallError,
  type BackupLine,
  type BackupsView,
  type SecretInput,
} from '$lib/ipc';
import { formatNumber, t } from '$lib/locale';
import { prefer } from '$lib/preferences.svelte';
import { go, href } from '$lib/router';
import { toast } from '$lib/tell.svelte';
import { refreshSteps } from '$lib/undo.svelte';
import { whenWords } from '$lib/when';
import { loadWorkspace } from '$lib/workspace.svelte';

/** The size of a backup in words. */
export function sizeWords(line: BackupLine): string {
  if (line.kilobytes < 1_000) return t('backups-kilobytes', { size: formatNumber(line.kilobytes) });
  return t('backups-megabytes', { size: formatNumber(line.kilobytes / 1_000, 1) });
}

/** Why a backup was made. */
export function reasonWords(line: BackupLine): string {
  return line.format === null ? t('backups-usual') : t('backups-migration');
}

/** Follows the backups; use `follow` in an `$effect`. */
export function backups() {
  let view = $state.raw<BackupsView | null>(null);
  let problem = $state('');
  let busy = $state(false);

  async function load(): Promise<void> {
    try {
      view = await commands.backupList();
    } catch (thrown) {
      problem = explain(thrown);
    }
  }
  async function step(work: () => Promise<unknown>): Promise<boolean> {
    busy = true;
    problem = '';
    try {
      await work();
      return true;
    } catch (thrown) {
      problem = explain(thrown);
      return false;
    } finally {
      busy = false;
    }
  }

  return {
    /** What was read, or `null` before. */
    get view(): BackupsView | null {
      return view;
    },
    /** Why the last step failed, as a sentence. */
    get problem(): string {
      return problem;
    },
    /** Whether something runs. */
    get busy(): boolean {
      return busy;
    },
    /** Reads now and after each backup. */
    follow(): () => void {
      void load();
      return onChanged(['backup'], () => void load());
    },
    /** Makes a backup. */
    async make(): Promise<void> {
      if (await step(() => commands.backupNow())) toast(t('backups-done'));
    },
    /** Chooses the second folder, or gives it up. */
    async second(folder: string | null): Promise<void> {
      await step(async () => {
        await prefer({ backup_folder: folder });
        await load();
      });
    },
    /** Forgets what went wrong, when a dialog opens. */
    calm(): void {
      problem = '';
    },
    /** Puts a backup back and shows the workspace; says whether a secret is needed first. */
    async restore(line: BackupLine, secret: SecretInput | null): Promise<'done' | 'failed' | 'locked'> {
      let locked = false;
      const done = await step(async () => {
        try {
          const restored = await commands.backupRestore(line.id, secret);
          const when = whenWords(restored.at);
          const words = restored.kept
            ? t('restore-done-kept', { when, file: restored.kept })
            : t('restore-done', { when });
          await loadWorkspace();
          await refreshSteps();
          go(href('start'));
          toast(words, { state: 'info' });
        } catch (thrown) {
          locked = needsSecret(toCallError(thrown).code);
          throw thrown;
        }
      });
      if (done) return 'done';
      return locked ? 'locked' : 'failed';
    },
  };
}

/** Whether a failure means that words, a passphrase or a key file are wanted. */
export function needsSecret(code: string): boolean {
  return ['keys-no-slot', 'keys-wrong', 'keys-no-keychain', 'key-file-missing', 'key-file-size'].includes(
    code,
  );
}
