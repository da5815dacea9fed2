import { logSigner } from "../../src/main/log-key.ts";
import { createSequencer, type Sequencer, type VerifierKey } from "../../src/modules/transparency/index.ts";
import type { TestHouse } from "./house.ts";

/** The job that numbers and signs, for tests: run when they say so. */
export type LogStage = { readonly key: VerifierKey; readonly run: Sequencer["run"] };

export function logStage({ db, deps, settings }: Pick<TestHouse, "db" | "deps" | "settings">): LogStage {
  const signer = logSigner(settings, { get: (name) => `${name}-secret-of-this-test` });
  return { key: signer.verifier, run: createSequencer({ db, clock: deps.clock, signer }).run };
}
