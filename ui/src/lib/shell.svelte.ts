/** What screens may ask of the window around them. */

const state = $state({ immersive: false, handed: false, context: '' });

export const shell = {
  /** Whether the sidebar is away. */
  get immersive(): boolean {
    return state.immersive;
  },
  /** Whether the laptop is in a participant's hands: nothing of the cohort may be reached or seen. */
  get handed(): boolean {
    return state.handed;
  },
  /** What the right side of the status bar says about the screen. */
  get context(): string {
    return state.context;
  },
};

/** Takes the sidebar away while a screen is open: `$effect(immersive)`. */
export function immersive(): () => void {
  state.immersive = true;
  return () => (state.immersive = false);
}

/**
 * Gives the laptop to a participant while a screen is open: no sidebar, no status bar, no undo, no palette.
 * `$effect(handOver)`.
 */
export function handOver(): () => void {
  state.immersive = true;
  state.handed = true;
  return () => {
    state.immersive = false;
    state.handed = false;
  };
}

/** Says a fact in the status bar while a screen is open: `$effect(() => statusContext(words))`. */
export function statusContext(words: string): () => void {
  state.context = words;
  return () => (state.context = '');
}
