/** The three ways to win time back, each with its result in words. */
import { t } from '$lib/locale';
import type { RepairKind, RepairView } from '$lib/ipc';

/** One way. */
export interface RepairChoice {
  kind: RepairKind;
  title: string;
  /** What comes of it, or why it cannot be. */
  result: string;
  /** Whether it can be taken. */
  possible: boolean;
  /** Whether everything fits then. */
  fits: boolean;
  /** What it does, block by block. */
  lines: readonly string[];
}

function shift({ shift }: RepairView): RepairChoice {
  return {
    kind: 'shift',
    title: t('run-repair-shift'),
    result: shift.fits
      ? t('run-repair-shift-fits', { time: shift.ends })
      : t('run-repair-shift-over', { time: shift.ends }),
    possible: true,
    fits: shift.fits,
    lines: [],
  };
}

function shrink({ shrink }: RepairView): RepairChoice {
  const changed = shrink?.minutes.filter((block) => block.to !== block.from) ?? [];
  return {
    kind: 'shrink',
    title: t('run-repair-shrink', { count: changed.length }),
    result: shrink
      ? t('run-repair-shrink-result', {
          minutes: changed.map((block) => block.to).join(' · '),
          time: shrink.ends,
        })
      : t('run-repair-shrink-none'),
    possible: shrink !== null,
    fits: shrink !== null,
    lines: changed.map(({ title, from, to }) => t('run-repair-shrink-line', { title, from, to })),
  };
}

function drop({ drop }: RepairView): RepairChoice {
  const fits = drop !== null && drop.over === 0;
  return {
    kind: 'drop',
    title: t('run-repair-drop', { count: drop?.blocks.length ?? 0 }),
    result: !drop
      ? t('run-repair-drop-none')
      : fits
        ? t('run-repair-drop-spare', { spare: drop.spare })
        : t('run-repair-drop-over', { minutes: drop.over, time: drop.ends }),
    possible: drop !== null,
    fits,
    lines: drop?.blocks.map((block) => block.title) ?? [],
  };
}

/** Every way, in the order in which they are shown. */
export function choicesOf(repair: RepairView): readonly RepairChoice[] {
  return [shift(repair), shrink(repair), drop(repair)];
}

/** The way that is proposed: one after which everything fits, the gentlest first. */
export function proposed(repair: RepairView): RepairKind {
  const fitting = [shrink(repair), drop(repair)].find((choice) => choice.possible && choice.fits);
  return fitting?.kind ?? 'shift';
}
