/** Fields that are saved one by one, each with what stands in its way. */
import { explain } from './ipc';
import { savedNow } from './saved.svelte';

/** Follows the fields of one record; `write` stores one of them. */
export function fields<Field extends string>(write: (field: Field, value: string) => Promise<unknown>) {
  const problems = $state<Partial<Record<Field, string>>>({});
  return {
    /** What stands in the way of a field, as a sentence; empty if nothing does. */
    problem: (field: Field): string => problems[field] ?? '',
    /** Stores a field that was left. Gives whether it was kept. */
    async save(field: Field, value: string): Promise<boolean> {
      try {
        await write(field, value);
        problems[field] = '';
        savedNow();
        return true;
      } catch (thrown) {
        problems[field] = explain(thrown);
        return false;
      }
    },
  };
}
