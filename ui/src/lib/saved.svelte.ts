/** When this laptop last kept something; the status bar shows it. */

const state = $state<{ at: Date | null }>({ at: null });

/** The time of the last save since the start, or `null`. */
export const saved = {
  get at(): Date | null {
    return state.at;
  },
};

/** Something was kept just now. */
export function savedNow(): void {
  state.at = new Date();
}
