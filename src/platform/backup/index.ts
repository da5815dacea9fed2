/** The only door: one file out, one file in. */
export { type BackupOutcome, backup } from "./backup.ts";
export { type RestoreOutcome, restore } from "./restore.ts";
