import type { Claim, Verification } from "../../kernel/person-claim.ts";
import { fail, ok } from "../../kernel/result.ts";
import { type PopulationRegister, unavailable } from "./port.ts";

/** The register of this very house, asked through the function that main hands in. A database that fails is a register that is down. */
export const createEmbeddedRegister = (ask: (claim: Claim) => Promise<Verification>): PopulationRegister => ({
  async verify(claim) {
    try {
      return ok(await ask(claim));
    } catch (cause) {
      return fail(unavailable(cause instanceof Error ? cause.name : "unknown"));
    }
  },
});
