/** What screens may ask of the window around them. */

const state = $state({ immersive: false, context: '' });

export const shell = {
  /** Whether the sidebar is away. */
  get immersive(): boolean {
    return state.immersive;
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

/** Says a fact in the status bar while a screen is open: `$effect(() => statusContext(words))`. */
export function statusContext(words: string): () => void {
  state.context = words;
  return () => (state.context = '');
}
