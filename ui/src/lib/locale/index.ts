/**
 * Words. Fluent messages come from `assets/locales/en/*.ftl`, shared with the PDF.
 *
 * `t(id, { count })` takes only ids that exist and asks for exactly their arguments.
 */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Messages, Value } from './words.gen';

export * from './format';
export { readDate } from './dates';
export { distance, fold } from './fold';
export { needsNoto } from './coverage';

/** An id of a message that exists. */
export type MessageId = keyof Messages;
/** An id of a message without arguments. */
export type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];
type Args<Id extends MessageId> = Messages[Id] extends null ? [] : [args: Messages[Id]];

const files = import.meta.glob<string>('../../../../assets/locales/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundle = new FluentBundle('en-US', { useIsolating: false });
for (const source of Object.values(files)) bundle.addResource(new FluentResource(source));

/** The words of a message. */
export function t<Id extends MessageId>(id: Id, ...args: Args<Id>): string {
  return phrase(id, args[0] ?? {});
}

/** Whether a message exists: for ids that are built from data, such as error codes. */
export function has(id: string): id is MessageId {
  return bundle.hasMessage(id);
}

/** The words of a message whose id was checked by `has`. A missing one shows its id, so that it is seen. */
export function phrase(id: string, args: Record<string, Value>): string {
  const value = bundle.getMessage(id)?.value;
  return value ? bundle.formatPattern(value, args) : id;
}
