// Held by hand until `cargo xtask bindings` writes it.
import { listen as __TAURI_LISTEN, type EventCallback } from '@tauri-apps/api/event';

/** The commands of the shell. */
export const commands = {};

/** What the shell says by itself. */
export const events = {
  changed: { listen: (told: EventCallback<ChangedEvent>) => __TAURI_LISTEN<ChangedEvent>('changed', told) },
};

/** Rows that a gesture changed. */
export type ChangedEvent = { rows: [string, string][] };

/** Why a command did not do what it was asked. */
export type CommandError = { code: string; details: { [key in string]: string } };
