import { logSigner } from "../../src/main/log-key.ts";
import { createSequencer, type Sequencer, type VerifierKey } from "../../src/modules/transparency/index.ts";
import type { TestHouse } from "./house.ts";

/** The job that numbers and signs, for tests: run when they say so. */
export type LogStage = { readonly key: VerifierKey; readonly run: Sequencer["run"] };

/** As the test house makes its secrets. */
export const SECRETS_OF_TESTS = { get: (name: string): string => `${name}-secret-of-this-test` };

export function logStage({ db, deps, settings }: Pick<TestHouse, "db" | "deps" | "settings">): LogStage {
  const signer = logSigner(settings, SECRETS_OF_TESTS);
  return { key: signer.verifier, run: createSequencer({ db, clock: deps.clock, signer }).run };
}
