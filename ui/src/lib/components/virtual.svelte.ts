/** Which rows of a long list are drawn: those in view and some around them. */
import { tick } from 'svelte';

/** Height of a row of a long list, in rem. */
export const ROW = 2.25;
const MANY = 200;
const AROUND = 20;

function scroller(from: HTMLElement | undefined): HTMLElement | null {
  for (let at = from?.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** The stretch of rows to draw, followed while the list scrolls. Call it while a component starts. */
export function rowsInView(count: () => number, body: () => HTMLElement | undefined) {
  let first = $state(0);
  let fits = $state(60);
  const whole = $derived(count() <= MANY);

  function measure(): void {
    const list = body();
    const pane = scroller(list);
    if (!list || !pane) return;
    const height = ROW * rem();
    const above = pane.getBoundingClientRect().top - list.getBoundingClientRect().top;
    first = Math.max(0, Math.floor(above / height));
    fits = Math.ceil(pane.clientHeight / height);
  }
  $effect(() => {
    if (whole) return;
    const pane = scroller(body());
    measure();
    pane?.addEventListener('scroll', measure, { passive: true });
    return () => pane?.removeEventListener('scroll', measure);
  });

  return {
    get whole(): boolean {
      return whole;
    },
    get from(): number {
      return whole ? 0 : Math.min(Math.max(0, first - AROUND), Math.max(0, count() - 1));
    },
    get to(): number {
      return whole ? count() : Math.min(count(), first + fits + AROUND);
    },
    /** Scrolls until the row is drawn. */
    async reveal(index: number): Promise<void> {
      const list = body();
      const pane = scroller(list);
      if (!whole && list && pane && (index < first || index >= first + fits - 2)) {
        const top = list.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
        pane.scrollTop = top + (index - fits / 2) * ROW * rem();
        measure();
      }
      await tick();
    },
  };
}
