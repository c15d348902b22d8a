import { afterEach, expect, test } from 'vitest';
import { answer, forget } from './ipc/testing';
import { pretendProgress } from './ipc/tasks';
import { commands } from './ipc';
import { working } from './task.svelte';

afterEach(forget);

test('long work tells how far it is and is stopped by its name', async () => {
  const calls = answer({ task_stop: () => null });
  const work = working();
  let name = '';
  let refuse = (_: unknown) => {};
  const end = work.run((task) => {
    name = task;
    return new Promise((_, no) => (refuse = no));
  });
  expect([work.busy, work.done]).toEqual([true, undefined]);
  pretendProgress({ task: name, done: 3, of: 9 });
  pretendProgress({ task: 'another', done: 8, of: 9 });
  expect([work.done, work.of]).toEqual([3, 9]);
  work.stop();
  expect(calls).toEqual([{ command: 'task_stop', args: { name } }]);
  answer({
    task_stop: () => {
      throw { code: 'stopped', details: {} };
    },
  });
  refuse(await commands.taskStop(name).catch((thrown: unknown) => thrown));
  expect(await end).toBe(false);
  expect([work.busy, work.problem]).toEqual([false, '']);
});
