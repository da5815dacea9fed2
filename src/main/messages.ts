import type { Settings } from "../platform/settings.ts";

/** What the primary says to a process it started. Secrets travel here, not in the environment, which others can read. */
export type ToChild =
  | {
      readonly kind: "begin";
      readonly settings: Settings;
      readonly database: { readonly url: string; readonly role: string | null };
      readonly secrets: Readonly<Record<string, string>>;
    }
  | { readonly kind: "stop" }
  /** Hand in your metrics under this number. */
  | { readonly kind: "measure"; readonly asked: number }
  /** What all have handed in, for the one that was asked by the monitor. */
  | { readonly kind: "measured"; readonly asked: number; readonly parts: readonly object[] };

/** What a started process says to the primary. */
export type FromChild =
  | { readonly kind: "loaded" }
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "failed"; readonly vi: string; readonly en: string; readonly stack: string | null }
  | { readonly kind: "measure-all"; readonly asked: number }
  | { readonly kind: "my-measures"; readonly asked: number; readonly measures: object };

export const sayToPrimary = (message: FromChild): void => {
  // The primary may be gone already; then there is nobody to tell.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};
