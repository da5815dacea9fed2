import type { IdentityStandIn, StandInOptions } from "./start.ts";

/** The door of the stand-in for the national sign-in. */
export type { StandInAccount } from "./accounts.ts";
export { newStandInKey, type StandInKey } from "./key.ts";
export type { StandInClient } from "./provider.ts";
export type { IdentityStandIn, StandInOptions } from "./start.ts";

/**
 * Starts the stand-in: a real OpenID Connect provider with invented people, on a port of its own. Its parts are loaded
 * only now, so that a house with a real provider never carries them.
 * @throws when the address is not this machine's and `beyondThisMachine` does not say that this is meant.
 */
export async function startIdentityStandIn(options: StandInOptions): Promise<IdentityStandIn> {
  const { start } = await import("./start.ts");
  return start(options);
}
