/** When this laptop last kept something; the status bar shows it. */

const state = $state<{ at: number | null }>({ at: null });

/** The instant of the last save since the start, in milliseconds, or `null`. */
export const saved = {
  get at(): number | null {
    return state.at;
  },
};

/** Something was kept just now. */
export function savedNow(): void {
  state.at = Date.now();
}
