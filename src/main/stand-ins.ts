import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";

/** What a stand-in for an outside system may know. */
export type StandInDeps = { readonly settings: Settings; readonly secrets: Pick<Secrets, "get"> };
export type StandIn = { readonly name: string; start(deps: StandInDeps): Promise<{ close(): Promise<void> }> };

/** The outside systems of a trial run; all of them live in one process of their own, started in demo mode only. */
export const STAND_INS: readonly StandIn[] = [];
